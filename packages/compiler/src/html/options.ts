import type { JsonObject, MarkupPolicy, ModuleExport } from "@rune/schema";

/** What shows at a route, what is around it, or a part that views use. */
export type ViewKind = "page" | "layout" | "component";

/** The page or component to compile. */
export interface CompileViewInput {
  /** @default "page" */
  kind?: ViewKind;
  /** Path relative to the project root, e.g. `app/pages/home/index.html`; used in diagnostics. */
  file: string;
  /** View name: `home`, `settings/profile` or `components/card`. */
  name: string;
  /**
   * The file's folder below the app's, from which relative addresses count.
   * @default `pages/` and the name
   */
  folder?: string;
  /** The HTML, as the author's file has it. */
  source: string;
  /**
   * The element whose content a component is, by its tag in a view (`tbody`, `svg:g`): HTML decides by it what may stand at
   * the top level.
   * @default "template", where anything may be
   */
  within?: string;
}

/** What the compiler knows of the page's surroundings. */
export interface CompileViewOptions {
  /**
   * What markup may contain.
   * @default no other origins, no frames
   */
  policy?: MarkupPolicy;
  /** What the page's controller offers; absent when the page has none. */
  controller?: ControllerInterface;
  /** Controllers of components that the file defines for itself, by the name of the component's view. */
  controllers?: Readonly<Record<string, ControllerInterface>>;
  /** The page's `data.json`; absent when there is none. */
  data?: JsonObject;
  /**
   * `open` takes names and handlers as given: nothing is known of what they could be checked against.
   * @default "checked"
   */
  names?: "checked" | "open";
  /**
   * Where a file of the app lies in its package; both paths are relative to their root.
   * @default the same path
   */
  locateAsset?: (path: string) => string;
}

/** What a controller offers to its page. */
export interface ControllerInterface {
  /** File name for messages, such as `controller.ts`. */
  file: string;
  exports: readonly ModuleExport[];
  /** Where functions change something, by their names; the path of the file is that of the project. */
  effects?: Readonly<Record<string, ControllerEffect>>;
  /** The variables that it exports; absent where its state comes to the page by `rune.update_data` only. */
  variables?: readonly ControllerVariable[];
  updates: ControllerUpdates;
}

/** Where a function changes something. */
export interface ControllerEffect extends EffectPlace {
  /** What is `any`, and so hides what the function calls; as the author wrote it. */
  hidden?: EffectPlace & { text: string };
}

interface EffectPlace {
  file: string;
  line: number;
  column: number;
}

/** A variable that a controller exports. */
export interface ControllerVariable {
  name: string;
  /** It can be assigned: it is no constant. */
  writable: boolean;
}

/** The data names that a controller sets. */
export interface ControllerUpdates {
  /** Top-level names that its `update_data` calls can set. */
  names: readonly string[];
  /** No other name can ever be set: every call has a literal object. */
  complete: boolean;
}

/** The options with defaults filled in. */
export interface ResolvedCompileViewOptions {
  policy: MarkupPolicy;
  controller: ControllerInterface | undefined;
  controllers: Readonly<Record<string, ControllerInterface>>;
  data: JsonObject;
  names: "checked" | "open";
  locateAsset: (path: string) => string;
}

/** Fills in defaults. */
export function resolveOptions(options: CompileViewOptions): ResolvedCompileViewOptions {
  return {
    policy: options.policy ?? { origins: [], frames: false },
    controller: options.controller,
    controllers: options.controllers ?? {},
    data: options.data ?? {},
    names: options.names ?? "checked",
    locateAsset: options.locateAsset ?? ((path) => path),
  };
}
