import type { ResolvedCompileViewOptions } from "./options.ts";
import type { Reporter } from "./reporter.ts";
import type { AssetReference, LinkReference, RootedReference, RouteReference, StyleReference } from "./result.ts";
import type { ViewSource } from "./source.ts";

/** What the steps of one compilation share. */
export interface PageContext {
  /** View name. */
  name: string;
  source: ViewSource;
  reporter: Reporter;
  options: ResolvedCompileViewOptions;
  route: RouteReference | undefined;
  links: LinkReference[];
  styles: StyleReference[];
  assets: AssetReference[];
  rooted: RootedReference[];
  /** Offsets of the ids that can be in the page together with the element at hand. */
  ids: Map<string, number>;
}
