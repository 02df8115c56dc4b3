import type { CssDeclaration } from "../renderer/css-declarations.ts";
import { readDeclaration } from "../renderer/css-declarations.ts";
import { WHOLE_PAGE } from "./load-styles.ts";

/** The views that show in an element, and what takes its scopes away. */
interface Scopes {
  views: number;
  readonly undo: () => void;
}

const known = new WeakMap<Element, Scopes>();

/**
 * Makes the anchors, view transitions and counters of CSS an app's own where it shares the page: it neither takes those around it by their names nor is taken for
 * them. Returns what undoes it.
 */
export function separateNames(element: HTMLElement): () => void {
  if (element.hasAttribute(WHOLE_PAGE)) return () => {};
  const scopes = known.get(element) ?? { views: 0, undo: scopeNames(element) };
  scopes.views++;
  known.set(element, scopes);
  return () => {
    if (--scopes.views > 0) return;
    known.delete(element);
    scopes.undo();
  };
}

/** Inline and important, because the app's style sheets hold for its element, too. */
function scopeNames(element: HTMLElement): () => void {
  const { style, ownerDocument, isConnected } = element;
  const had = element.hasAttribute("style");
  const before = new Map<string, CssDeclaration>();
  const set = (name: string, value: string): void => {
    before.set(name, readDeclaration(style, name));
    style.setProperty(name, value, "important");
  };
  set("anchor-scope", "all");
  set("view-transition-scope", "all");
  // What else the page contains of it, it still does; of an element that is not in the page yet nobody knows.
  const contain = isConnected ? ownerDocument.defaultView?.getComputedStyle(element).contain : undefined;
  if (contain !== undefined && !/strict|content|style/.test(contain))
    set("contain", contain === "none" ? "style" : `${contain} style`);
  return () => {
    for (const [name, declaration] of before) style.setProperty(name, ...declaration);
    if (!had && element.getAttribute("style") === "") element.removeAttribute("style");
  };
}
