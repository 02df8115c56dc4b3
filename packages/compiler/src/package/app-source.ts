import type { CapabilityRequest, Diagnostic, ManifestDraft, RoutingMode } from "@rune/schema";
import type { CheckViews, CompileModuleInput, CompileModuleOptions, CompileModuleResult } from "../engines/index.ts";

/** The files of an app. */
export interface AppSource {
  /** The app's folder relative to the project root, with `/`; diagnostics carry paths below it. */
  directory: string;
  /** Content by path relative to the app's folder, with `/`. */
  files: ReadonlyMap<string, Uint8Array>;
  /**
   * Reads a `tsconfig.json` of the project, or a file that one extends, by its project-relative path.
   * @default there are none but those in the app's folder
   */
  readConfig?: (path: string) => string | undefined;
}

/** Compiles one module; a plugin passes one that works off the main thread. */
export type ModuleCompiler = (input: CompileModuleInput, options: CompileModuleOptions) => Promise<CompileModuleResult>;

/** What `compileApp` needs to know besides the files. */
export interface CompileAppOptions {
  /** Stable identity; names the package and the state that the app keeps. */
  id: string;
  name: string;
  version: string;
  locale?: string | undefined;
  routing: RoutingMode;
  /** Capabilities that the author asks for; those that harm nobody are added where modules use them. */
  capabilities: readonly CapabilityRequest[];
  /** Optimise modules for size and speed, at the cost of build time. */
  release: boolean;
  compileModule: ModuleCompiler;
  /**
   * Checks the types of views; a plugin passes one that works off the main thread.
   * @default in the caller's thread
   */
  checkViews?: CheckViews | undefined;
}

/** A page of a compiled app, as its host needs to know it. */
export interface AppPage {
  name: string;
  /** Route pattern. */
  pattern: string;
  title?: string;
  lang?: string;
}

/** The parts of a package, or what stands in its way. */
export interface CompileAppResult {
  /** Absent when there is an error. */
  output?: AppOutput;
  /** Errors and warnings, by file and place. */
  diagnostics: Diagnostic[];
  /** Project-relative files outside the app's folder that the result depends on. */
  dependencies: string[];
}

export interface AppOutput {
  draft: ManifestDraft;
  /** Every file but the manifest and the build record, by package path. */
  files: Map<string, Uint8Array>;
  pages: AppPage[];
  calls: AppCall[];
}

/** Where a view calls a function of its controller to show something. */
export interface AppCall {
  /** Name of the view. */
  view: string;
  /** Name of the function. */
  name: string;
  /** Project-relative path, line and column. */
  place: string;
}
