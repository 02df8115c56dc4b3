import type { OwnedElement } from "./owner.ts";
import { OWNER } from "./owner.ts";

/** Makes an element a link that no template has. */
export function makeLink(element: OwnedElement, path: string): void {
  const template = { bindings: [{}], listening: [0] };
  element[OWNER] = { template, nodes: [element], memory: [{ path }], row: undefined };
}
