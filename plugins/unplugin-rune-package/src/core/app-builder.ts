import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { SealedPackage } from "@rune/archive";
import { compileSource, createViewChecker, type CheckViews } from "@rune/compiler/engines";
import type {
  CheckViewsInput,
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
} from "@rune/compiler/engines";
import type { AppCall, AppPage, AppSource, CompileAppOptions, CompileAppResult } from "@rune/compiler/package";
import { BuildError, type Diagnostic } from "@rune/schema";
import { checkAssets } from "./check-assets.ts";
import { nameAssets } from "./name-assets.ts";
import type { ResolvedRunePackageOptions } from "./options.ts";
import { messages } from "./messages.ts";
import { readApp, type ReadAppResult } from "./read-app.ts";
import { readProject, type ProjectFacts } from "./read-project.ts";
import { reportProgress } from "./progress.ts";
import { sealApp } from "./seal-app.ts";
import { createStaleness, StaleBuild, stopWhenStale, type Abortable } from "./stale-build.ts";
import { createStyleProcessor, type LoadedStyles } from "./styles/create-style-processor.ts";

/** What an app was built to: its package, before any bundler writes it. */
export interface BuiltApp {
  id: string;
  /** Absent when there are errors. */
  sealed?: SealedPackage;
  pages: readonly AppPage[];
  /** Where views call functions. */
  calls: readonly AppCall[];
  diagnostics: readonly Diagnostic[];
  /** What was thrown, where that is why there are errors. */
  cause?: unknown;
  /** Absolute paths of the files that the result depends on; also of some that are not there, and would change it. */
  dependencies: readonly string[];
  /** Absolute paths of the app's folder and all folders below it, and of those that styles are made from. */
  folders: readonly string[];
}

/** Builds one app, again only after something changed. */
export interface AppBuilder {
  /** Absolute path of the app's folder. */
  readonly directory: string;
  /** The current result. One build runs at a time, and at most one waits for its end. */
  build(): Promise<BuiltApp>;
  /**
   * The result of what the sources are now, without the check of types that takes longest. Of mistakes it may miss some. Rejects where the sources change before it
   * is done, or a view is empty, because it is about to be written.
   */
  preview(): Promise<BuiltApp>;
  /** The sources changed: the next `build` reads them anew, and one that runs ends, for whoever waits for it, with what comes of that. */
  invalidate(): void;
  /** The errors of a result as one that a bundler can take; `undefined` when there is none. */
  createError(built: BuiltApp): BuildError | undefined;
}

export interface AppBuilderOptions extends ResolvedRunePackageOptions {
  root: string;
  release: boolean;
  /**
   * Whether the app runs meanwhile, and takes in what is edited.
   * @default false
   */
  hot?: boolean;
  /**
   * Compiles modules; the preset passes one that works off the main thread.
   * @default in process
   */
  compileModule?: CompileModule;
  /**
   * Checks the types of views; the preset passes one that works off the main thread.
   * @default in process
   */
  checkViews?: (input: Abortable<CheckViewsInput>) => ReturnType<CheckViews>;
  /**
   * Compiles, unless it knows the result.
   * @default compiles
   */
  recallApp?: RecallApp;
  /**
   * Called at times while a build takes long.
   * @default nobody is told
   */
  tell?: (text: string) => void;
}

/** Gives what `compile` would give of the same source by the same options. */
export type RecallApp = (
  source: AppSource,
  options: CompileAppOptions,
  compile: (source: AppSource) => Promise<CompileAppResult>,
) => Promise<CompileAppResult>;

/** Compiles one module. */
export type CompileModule = (
  input: Abortable<CompileModuleInput>,
  options: CompileModuleOptions,
) => Promise<CompileModuleResult>;

/** Creates the builder of an app. */
export function createAppBuilder(options: AppBuilderOptions): AppBuilder {
  let current: Promise<BuiltApp> | undefined;
  /** A build that has not begun to read yet, so it will see every change until then. */
  let waiting: Promise<BuiltApp> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  /** Tells the build that runs that its sources have changed. */
  let stale = createStaleness();
  const checkViews = options.checkViews ?? createViewChecker();

  function run(views: CheckViews, isPreview = false): Promise<BuiltApp> {
    stale = createStaleness();
    const { compileModule = compileSource, tell } = options;
    return buildApp({
      ...options,
      compileModule: stopWhenStale(tell ? reportProgress(compileModule, tell) : compileModule, stale.signal),
      checkViews: stopWhenStale(views, stale.signal),
      isPreview,
    });
  }

  function start(): Promise<BuiltApp> {
    const mine = running.then(() => {
      waiting = undefined;
      return run(checkViews);
    });
    running = mine.catch(() => {});
    const result = mine.then(
      (built) => {
        // A failure that is none of the app's, such as a full disk, may be over at the next try.
        const hasFailed = built.diagnostics.some(({ code }) => /^app_(build_failed|file_unreadable)$/.test(code));
        if (hasFailed && current === result) current = undefined;
        return built;
      },
      (error: unknown) => {
        // Who waits for it gets what comes of the sources as they are now.
        if (error instanceof StaleBuild) return build();
        throw error;
      },
    );
    waiting = result;
    return result;
  }

  function build(): Promise<BuiltApp> {
    return (current ??= start());
  }

  function invalidate(): void {
    current = waiting;
    stale.abort();
  }

  return {
    directory: join(options.root, options.app),
    build,
    preview() {
      invalidate();
      const mine = running.then(() => run(async () => [], true));
      running = mine.catch(() => {});
      return mine;
    },
    invalidate,
    createError: ({ diagnostics, cause }) =>
      diagnostics.some((each) => each.severity === "error")
        ? new BuildError(diagnostics, (file) => join(options.root, file), cause === undefined ? {} : { cause })
        : undefined,
  };
}

/** How one build is made. */
interface BuildOptions extends AppBuilderOptions {
  checkViews: CheckViews;
  compileModule: CompileAppOptions["compileModule"];
  isPreview: boolean;
}

/** Rejects only where a step of it does because the build is stale: what fails may be over when one of the files is another. */
async function buildApp(options: BuildOptions): Promise<BuiltApp> {
  const { root, release, postcss } = options;
  const project = readProject(root);
  const id = options.id ?? project.id;
  const read = readApp(root, options.app);
  if (options.isPreview && hasEmptyView(read.source)) throw new StaleBuild("A view is about to be written.");
  const styles = await createStyleProcessor({ root, release, postcss, output: `${id}.rune` });
  const made: MadeApp = await makeApp(options, { ...project, id }, read, styles).catch((error: unknown) => {
    if (error instanceof StaleBuild) throw error;
    return { diagnostics: [...read.diagnostics, messages.app_build_failed(error)], dependencies: [], cause: error };
  });
  const { dependencies, ...rest } = made;
  return {
    id,
    pages: [],
    calls: [],
    ...rest,
    folders: [...read.folders.map((path) => join(root, path)), ...styles.folders],
    dependencies: [
      project.file,
      ...[...read.paths, ...read.others.keys(), ...dependencies].map((path) => join(root, path)),
      ...styles.files,
    ],
  };
}

/** Editors empty a file before they write it. Without what it says of its route a page would be another one. */
function hasEmptyView({ files }: AppSource): boolean {
  return [...files].some(([path, { length }]) => length === 0 && path.endsWith(".html"));
}

/** What comes of the files of an app. */
interface MadeApp
  extends Pick<BuiltApp, "diagnostics" | "sealed" | "cause">, Partial<Pick<BuiltApp, "pages" | "calls">> {
  /** Project-relative paths of files outside of the app's folder. */
  dependencies: readonly string[];
}

async function makeApp(
  options: BuildOptions,
  { id, version }: Pick<ProjectFacts, "id" | "version">,
  { source, others, diagnostics: readDiagnostics }: ReadAppResult,
  styles: LoadedStyles,
): Promise<MadeApp> {
  const compileOptions: CompileAppOptions = {
    id,
    name: options.name ?? id,
    version: options.version ?? version,
    locale: options.locale,
    routing: options.routing,
    capabilities: options.capabilities,
    release: options.release,
    replaceable: options.hot && !options.release,
    compileModule: options.compileModule,
    checkViews: options.checkViews,
    processStyle: styles.process,
  };
  const compile = async (given: AppSource): Promise<CompileAppResult> =>
    // TypeScript's compiler comes with it, which takes a while to load.
    (await import("@rune/compiler/package")).compileApp(given, compileOptions);
  const { recallApp } = options;
  const compiled = await (recallApp ? recallApp(source, compileOptions, compile) : compile(source));
  const assetDiagnostics = compiled.output ? checkAssets(compiled.output, source) : [];
  const ownDiagnostics = [...readDiagnostics, ...styles.diagnostics, ...assetDiagnostics];
  const hasError = ownDiagnostics.some(({ severity }) => severity === "error");
  const output = hasError || !compiled.output ? undefined : nameAssets(compiled.output);
  return {
    diagnostics: [...ownDiagnostics, ...compiled.diagnostics],
    dependencies: compiled.dependencies,
    ...(output && {
      pages: output.pages,
      calls: output.calls,
      sealed: await sealApp(source, addConfig(others, options.root, styles.config), output),
    }),
  };
}

/** Adds the configuration of styles to what a package is made of. */
function addConfig(
  others: ReadonlyMap<string, string>,
  root: string,
  file: string | undefined,
): ReadonlyMap<string, string> {
  if (file === undefined) return others;
  const path = relative(root, file).split(sep).join("/");
  return new Map([...others, [path, readFileSync(file, "utf8")]]);
}
