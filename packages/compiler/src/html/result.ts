import type { Diagnostic, SourceRange, View } from "@rune/schema";
import type { ViewCheck } from "./check/view-check.ts";
import type { ComponentFacts, ComponentUse } from "./components/component-use.ts";

/** What a page or component became. */
export interface CompileViewResult {
  /** The view; absent when a diagnostic is an error. */
  view?: View;
  /** The route that `data-route` names. */
  route?: RouteReference;
  /** Of a component: what its uses must know. */
  component?: ComponentFacts;
  /** The components that the file defines for itself. */
  components: InnerComponent[];
  /** The components that it uses. */
  uses: ComponentUse[];
  /** Static `data-link` targets, for the check that a route matches. */
  links: LinkReference[];
  /** Style sheets in source order, taken out of the page. */
  styles: StyleReference[];
  /** Files that resource attributes address. */
  assets: AssetReference[];
  /** Addresses that begin with `/`, and so lead to the site of the host page. */
  rooted: RootedReference[];
  /** Functions that expressions of the file's views call. */
  calls: CallReference[];
  /** What the checker of types is to look at, of the view and of the components that the file defines. */
  checks: ViewCheck[];
  /** Errors and warnings in source order, with range, frame and file. */
  diagnostics: Diagnostic[];
}

/** A component that a file defines for itself. */
export interface InnerComponent {
  /** Name of the view. */
  name: string;
  /** Absent when a diagnostic is an error. */
  view?: View;
  component: ComponentFacts;
  uses: ComponentUse[];
}

/** A `data-route`. */
export interface RouteReference {
  /** Absent where it is not valid. */
  pattern?: string;
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

/** A call in an expression. */
export interface CallReference {
  /** Name of the view. */
  view: string;
  /** Name of the function. */
  name: string;
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
  /** The path is that of the file in the package, as an `asset:` address has it. */
  isPackaged?: true;
}
