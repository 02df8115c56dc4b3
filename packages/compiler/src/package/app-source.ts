import type { CapabilityRequest, Diagnostic, ManifestDraft, RoutingMode } from "@rune/schema";
import type { CheckViews, CompileModuleInput, CompileModuleOptions, CompileModuleResult } from "../engines/index.ts";
import type { SourceText } from "./source-text.ts";

/** The files of an app. */
export interface AppSource {
  /** The app's folder relative to the project root, with `/`; diagnostics carry paths below it. */
  directory: string;
  /** Content by path relative to the app's folder, with `/`. */
  files: ReadonlyMap<string, Uint8Array>;
  /**
   * Reads a file of the project outside of the app's folder, by its project-relative path: a `tsconfig.json`, one that it extends, or
   * TypeScript that several apps share.
   * @default there are none
   */
  readOutside?: (path: string) => string | undefined;
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
  /**
   * Whether what controllers hold can be taken over by those of another build, as development servers do it. Not for release.
   * @default false
   */
  replaceable?: boolean | undefined;
  compileModule: ModuleCompiler;
  /**
   * Checks the types of views; a plugin passes one that works off the main thread.
   * @default in the caller's thread
   */
  checkViews?: CheckViews | undefined;
  /**
   * Makes the style sheets of what the author wrote, each once.
   * @default they are taken as they are
   */
  processStyle?: StyleProcessor | undefined;
}

/** A style sheet as it is written. */
export interface StyleInput {
  /** Project-relative path of the file that it is in. */
  file: string;
  /** Which `<style>` of the file it is, from 1; absent where it is the whole file. */
  element?: number;
  css: string;
}

/** What a tool has made of a style sheet. */
export interface ProcessedStyle {
  /** Absent where it failed. */
  css?: string;
  problems: StyleProblem[];
}

/** What a tool says of a style sheet. */
export interface StyleProblem {
  severity: "error" | "warning";
  message: string;
  /** Absent where it says none. */
  place?: StylePlace;
  /** Where in the tool's code it was thrown, a line each, if it was. */
  stack?: string;
}

/** Lines and columns count from 1; the end is exclusive. */
export interface StylePlace {
  /** The file, where that is not what the tool was given. */
  source?: SourceText;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Processes one style sheet, such as with PostCSS. */
export type StyleProcessor = (input: StyleInput) => Promise<ProcessedStyle>;

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
