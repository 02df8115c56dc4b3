export { defineElement } from "./define-element.ts";
export type { RuneAppElement, RuneAppEventMap } from "./rune-app-element.ts";
