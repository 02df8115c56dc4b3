import { mount } from "@rune/browser";
import { defineElement } from "@rune/browser/element";
import { createAppSwapper } from "@rune/browser/hot";

/** What the tests of embedding see of the page. */
export interface Embed {
  mount: typeof mount;
  defineElement: typeof defineElement;
  createAppSwapper: typeof createAppSwapper;
}

Object.assign(globalThis, { embed: { mount, defineElement, createAppSwapper } });
