import type { AppSheet } from "./adopt-styles.ts";
import { adoptStyles } from "./adopt-styles.ts";
import { keepInside } from "./keep-inside.ts";

/** Prepares an element of the page, and the tree that it is in, for a page of the app with these style sheets. Returns what undoes it. */
export function enterPage(element: Element, sheets: readonly AppSheet[]): () => void {
  const undo = [adoptStyles(element, sheets), keepInside(element)];
  return () => {
    for (const each of undo) each();
  };
}
