import { mount } from "@rune/browser";
import { defineElement } from "@rune/browser/element";

/** What the tests of embedding see of the page. */
export interface Embed {
  mount: typeof mount;
  defineElement: typeof defineElement;
}

Object.assign(globalThis, { embed: { mount, defineElement } });
