import type { CheckNode } from "./check/check-node.ts";
import type { ComponentUse } from "./components/component-use.ts";
import type { Definition } from "./components/definition.ts";
import type { ResolvedCompileViewOptions, ViewKind } from "./options.ts";
import type { Reporter, Span } from "./reporter.ts";
import type {
  AssetReference,
  CallReference,
  LinkReference,
  RootedReference,
  RouteReference,
  StyleReference,
} from "./result.ts";
import type { ViewSource } from "./source.ts";

/** What the steps of the compilation of one view share; views that one file defines share its source, messages and references. */
export interface PageContext {
  /** View name. */
  name: string;
  /** What the view is: what shows at a route, or part of that. */
  kind: ViewKind;
  /** Name of the view that the whole file is. */
  root: string;
  /** The file's folder, below the app's. */
  folder: string;
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
  /** The view can be in the page more than once. */
  isRepeated: boolean;
  /** Components that the file defines, by name. */
  definitions: Map<string, Definition>;
  /** Components that the view uses. */
  uses: ComponentUse[];
  /** Names that a component is to be given, with their first place. */
  reads: Map<string, Span>;
  /** Slots, with their first place. */
  slots: Map<string, Span>;
  /** What the block at hand does with values, for the check of their types. */
  checks: CheckNode[];
  /** Functions that expressions of the file's views call. */
  calls: CallReference[];
  /** Those of them that change something; each is reported where it is called first. */
  impure: Set<string>;
  /** Places of `data-outlet`. */
  outlets: Span[];
}
