import type { Diagnostic, SourceRange, View } from "@rune/schema";

/** What a page became. */
export interface CompileViewResult {
  /** The view; absent when a diagnostic is an error. */
  view?: View;
  /** The route that `data-route` names. */
  route?: RouteReference;
  /** Static `data-link` targets, for the check that a route matches. */
  links: LinkReference[];
  /** Style sheets in source order, taken out of the page. */
  styles: StyleReference[];
  /** Files that resource attributes address. */
  assets: AssetReference[];
  /** Addresses that begin with `/`, and so lead to the site of the host page. */
  rooted: RootedReference[];
  /** Errors and warnings in source order, with range, frame and file. */
  diagnostics: Diagnostic[];
}

/** A `data-route`. */
export interface RouteReference {
  pattern: string;
  range: SourceRange;
}

/** A static link target. */
export interface LinkReference {
  /** The path alone, without query and fragment. */
  path: string;
  range: SourceRange;
}

/** An address that begins with `/`. */
export interface RootedReference {
  /** What the address is for: a file that the page shows, or the `href` of a link that opens in the same place. */
  type: "resource" | "link";
  /** The path alone, without query and fragment. */
  path: string;
  range: SourceRange;
}

/** A style sheet of the page. */
export type StyleReference =
  | { type: "inline"; css: string; range: SourceRange }
  /** `href` is what the author wrote, `path` the file it means, relative to the app's root. */
  | { type: "link"; href: string; path: string; range: SourceRange };

/** A file that a resource attribute addresses. */
export interface AssetReference {
  /** Path relative to the app's root. */
  path: string;
  range: SourceRange;
  attribute: string;
}
