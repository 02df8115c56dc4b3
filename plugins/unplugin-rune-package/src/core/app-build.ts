import { BuildError, type Diagnostic } from "@rune/schema";
import { createAppBuilder, type AppBuilder, type AppBuilderOptions, type BuiltApp } from "./app-builder.ts";
import { messages } from "./messages.ts";
import type { ResolvedRunePackageOptions } from "./options.ts";

/** What a bundler says of itself before it builds. */
export interface BuildSetup {
  /** Absolute path of the project. */
  readonly root: string;
  /** Build for production. */
  readonly release: boolean;
  /** Address of the output folder, with a final slash, as pages see it; relative to each page where it is `./`. */
  readonly base: string;
  /** The bundler has something of the project's own to bundle. */
  readonly hasInput: boolean;
  /** Absolute path of the folder whose files are served as they are, beside the package; `undefined` where there is none. */
  readonly publicFolder?: string;
}

/** Files for the output folder, by path. */
export type OutputFiles = ReadonlyMap<string, Uint8Array | string>;

/** Takes what there is to tell of a build. */
export interface BuildReport {
  warn(diagnostic: Diagnostic): void;
  inform(text: string): void;
}

/** Creates what is written beside the package. */
export type CreateFiles = (built: BuiltApp, setup: BuildSetup, report: BuildReport) => Promise<OutputFiles>;

/** What came of a build. */
export interface BuildResult {
  /** The package's and what is written beside it; none where there is an error. */
  readonly files: OutputFiles;
  /** Absolute paths of the files that the result depends on. */
  readonly watchedFiles: readonly string[];
  /** Absolute paths of the folders in which another file would change the result. */
  readonly watchedFolders: readonly string[];
  readonly warnings: readonly Diagnostic[];
  readonly error: BuildError | undefined;
  /** What there is to tell of the build. */
  readonly notes: readonly string[];
}

/** The app of one plugin, as its bundler builds it. */
export interface AppBuild {
  /** Takes what the bundler says of itself, before `run`. */
  configure(setup: BuildSetup): void;
  readonly setup: BuildSetup;
  readonly writesPages: boolean;
  /** The builder of the configured project. */
  readonly builder: AppBuilder;
  /** Builds anew. Never rejects: what fails is the result's error. */
  run(): Promise<BuildResult>;
  /** Ends what works in the background. */
  close(): Promise<void>;
}

export interface AppBuildOptions extends ResolvedRunePackageOptions, Pick<AppBuilderOptions, "checkViews"> {
  createFiles?: CreateFiles;
  /**
   * Pages are among what is written, whatever the project has.
   * @default false
   */
  writesPages?: boolean;
  /** Checks what is known before anything is built. May throw. */
  onConfigure?: (setup: BuildSetup) => void;
  /** Called when the bundler has ended. */
  onClose?: () => Promise<void>;
}

/** Creates the build of an app, for whichever bundler. */
export function createAppBuild({
  createFiles,
  writesPages = false,
  onConfigure,
  onClose,
  ...options
}: AppBuildOptions): AppBuild {
  let setup: BuildSetup = { root: process.cwd(), release: true, base: "/", hasInput: false };
  let builder: AppBuilder | undefined;
  const getBuilder = (): AppBuilder =>
    (builder ??= createAppBuilder({ ...options, root: setup.root, release: setup.release }));

  async function run(): Promise<BuildResult> {
    const notes: string[] = [];
    const warnings: Diagnostic[] = [];
    const report: BuildReport = { warn: (each) => warnings.push(each), inform: (text) => notes.push(text) };
    const current = getBuilder();
    current.invalidate();
    try {
      const built = await current.build();
      const error = current.createError(built);
      const files = error || !built.sealed ? new Map() : await listFiles(built, report);
      const watched = { watchedFiles: built.dependencies, watchedFolders: built.folders };
      warnings.unshift(...built.diagnostics.filter(({ severity }) => severity === "warning"));
      return { files, ...watched, warnings, error, notes };
    } catch (error) {
      const failure = new BuildError([messages.app_build_failed(error)]);
      return { files: new Map(), watchedFiles: [], watchedFolders: [], warnings, error: failure, notes };
    }
  }

  async function listFiles(built: BuiltApp, report: BuildReport): Promise<OutputFiles> {
    const files = new Map<string, Uint8Array | string>();
    for (const [path, bytes] of built.sealed?.files ?? []) files.set(`${built.id}.rune/${path}`, bytes);
    const others = await createFiles?.(built, setup, report);
    for (const [path, content] of others ?? []) files.set(path, content);
    report.inform(`rune: ${built.id}.rune has the root digest ${built.sealed?.root}`);
    return files;
  }

  return {
    writesPages,
    configure(next) {
      const { root = next.root, release = next.release, base = next.base } = options;
      setup = { ...next, root, release, base: base.replace(/[^/]$/, "$&/") };
      builder = undefined;
      onConfigure?.(setup);
    },
    get setup() {
      return setup;
    },
    get builder() {
      return getBuilder();
    },
    run,
    close: async () => onClose?.(),
  };
}
