import type { AppContext } from "../app-context.ts";
import type { AppSheet } from "./adopt-styles.ts";
import { adoptStyles } from "./adopt-styles.ts";
import { keepInside } from "./keep-inside.ts";
import { separateNames } from "./separate-names.ts";

/** Prepares the element of an app, and the tree that it is in, for a page with these style sheets. Returns what undoes it. */
export function enterPage({ element, policy }: AppContext, sheets: readonly AppSheet[]): () => void {
  // Before the app's style sheets count, so that what the element has is the page's.
  const undo = [separateNames(element), adoptStyles(element, sheets), keepInside(element, policy.origins)];
  return () => {
    for (const each of undo) each();
  };
}
