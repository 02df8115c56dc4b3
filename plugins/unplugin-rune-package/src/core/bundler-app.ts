import { join, resolve } from "node:path";
import { formatThrown } from "@rune/bundlers";
import { BuildError, type Diagnostic } from "@rune/schema";
import { createAppBuilder, type AppBuilder, type AppBuilderOptions, type BuiltApp } from "./app-builder.ts";
import { claimFiles } from "./claims.ts";
import { messages } from "./messages.ts";
import type { ResolvedRunePackageOptions } from "./options.ts";
import { readProject } from "./read-project.ts";
import { createPublicReader, findPublicFolder, findTaken, type ReadPublicFiles } from "./public-files.ts";

/** What a bundler says of itself before it builds. */
export interface BundlerSetup {
  /** Absolute path of the project. */
  readonly root: string;
  /** Build for production. */
  readonly release: boolean;
  /** The app runs while it is built again and again, and takes in what is edited. */
  readonly hot?: boolean;
  /** Address of the output folder, with a final slash, as pages see it; relative to each page where it is `./`. */
  readonly base: string;
  /** The bundler has been given something of the project's own to bundle. */
  readonly hasInput: boolean;
  /**
   * Absolute path of the folder whose files are served as they are, beside the package; `false` where there is none. Absent of a bundler that has no such
   * folder: the option says which it is.
   */
  readonly publicFolder?: string | false;
  /** Shows at once what a long build is at. */
  readonly tell?: (text: string) => void;
}

/** What is known of an app once its project is. */
export interface AppSettings {
  readonly options: ResolvedRunePackageOptions;
  /** Pages are written beside the package. */
  readonly writesPages: boolean;
  /** The folder whose files are written beside the pages, from the project's; `false` for none. */
  readonly publicDir?: string | false | undefined;
  /** What there is to tell of them. */
  readonly notes?: readonly string[];
}

/** Files for the output folder, by path. */
export type OutputFiles = ReadonlyMap<string, Uint8Array | string>;

/** Takes what there is to tell of a build. */
export interface BuildReport {
  warn(diagnostic: Diagnostic): void;
  inform(text: string): void;
}

/** What a bundler is to write and to watch, and what it is to say. */
export interface BundlerOutput {
  /** Absolute path of the project, from which diagnostics name files. */
  readonly root: string;
  /** The package's and what is written beside it; none where there is an error. */
  readonly files: OutputFiles;
  /** Absolute paths of the files that the result depends on; also of some that are not there, and would change it. */
  readonly watchedFiles: readonly string[];
  /** Absolute paths of the folders in which another file would change the result. */
  readonly watchedFolders: readonly string[];
  readonly warnings: readonly Diagnostic[];
  readonly error: BuildError | undefined;
  /** What there is to tell of the build. */
  readonly notes: readonly string[];
}

/** What there is to say of a build, while it goes on. */
interface BuildNotes {
  readonly watchedFiles: string[];
  readonly watchedFolders: string[];
  readonly warnings: Diagnostic[];
  readonly notes: string[];
}

/** The app of one plugin, as its bundler builds it. */
export interface BundlerApp {
  /** Takes what the bundler says of itself, before anything else. `build` is the same object for all plugins of one build. */
  configure(setup: BundlerSetup, build: object): void;
  /**
   * Finds out what the project's options are; `run` does so by itself.
   *
   * @throws TypeError (as a rejection) that names a wrong option
   */
  prepare(): Promise<PreparedApp>;
  /**
   * Finds out, before anything is built, whether the app can be served beside those of the other plugins.
   *
   * @throws BuildError (as a rejection) where another plugin serves the same
   */
  claim(): Promise<void>;
  /** Absolute paths of the files that options come from, as of when they were last looked for; also of some that are not there. */
  listConfigs(): readonly string[];
  /** Builds anew. Never rejects: what fails is the result's error. */
  run(): Promise<BundlerOutput>;
  /** Ends what works in the background. */
  close(): Promise<void>;
}

/** An app whose options are known. */
export interface PreparedApp {
  readonly builder: AppBuilder;
  readonly setup: BundlerSetup;
  readonly settings: AppSettings;
  /** The build writes the files of the public folder; otherwise the bundler does. */
  readonly copiesPublic: boolean;
}

export interface BundlerAppOptions extends Pick<AppBuilderOptions, "compileModule" | "checkViews" | "recallApp"> {
  /** Finds the options of an app. May throw. `onFile` is to be told the absolute path of each file that they could come from, also if it is not there. */
  findSettings(setup: BundlerSetup, onFile: (path: string) => void): Promise<AppSettings>;
  /** Creates what is written beside the package. */
  createFiles?(built: BuiltApp, app: PreparedApp, report: BuildReport): Promise<OutputFiles>;
  /** Called when the bundler has ended. */
  onClose?(): Promise<void>;
}

/** Creates the app of a plugin, for whichever bundler. */
export function createBundlerApp({
  findSettings,
  compileModule,
  checkViews,
  recallApp,
  createFiles,
  onClose,
}: BundlerAppOptions): BundlerApp {
  let given: BundlerSetup = { root: process.cwd(), release: true, base: "/", hasInput: false };
  let prepared: PreparedApp | undefined;
  let build: object = {};
  let configs: ReadonlySet<string> = new Set();
  /** The public folder, which may come to be. */
  let publicFolders: readonly string[] = [];
  const owner = {};
  const readPublic = createPublicReader();

  async function prepare(): Promise<PreparedApp> {
    const found = new Set<string>();
    configs = found;
    publicFolders = [];
    const settings = await findSettings(given, (path) => found.add(path));
    const { options } = settings;
    const { root = given.root, release = given.release, base = given.base } = options;
    const copiesPublic = given.publicFolder === undefined && settings.writesPages;
    if (copiesPublic && settings.publicDir !== false) publicFolders = [resolve(root, settings.publicDir ?? "public")];
    const own = copiesPublic && findPublicFolder(root, options.app, settings.publicDir);
    const publicFolder = given.publicFolder ?? (own || false);
    const setup = { ...given, root, release, base: base.replace(/[^/]$/, "$&/"), publicFolder };
    const isSame = JSON.stringify([prepared?.settings, prepared?.setup]) === JSON.stringify([settings, setup]);
    // The builder knows what it has built before.
    if (prepared && isSame) return prepared;
    const builder = createAppBuilder({
      ...options,
      root,
      release,
      hot: setup.hot ?? false,
      tell: (text) => given.tell?.(text),
      ...(compileModule && { compileModule }),
      ...(checkViews && { checkViews }),
      ...(recallApp && { recallApp }),
    });
    prepared = { builder, setup, settings, copiesPublic };
    return prepared;
  }

  async function run(): Promise<BundlerOutput> {
    const said: BuildNotes = { watchedFiles: [], watchedFolders: [], warnings: [], notes: [] };
    let { root } = given;
    try {
      // Also where they are wrong: they may be mended.
      const app = await prepare()
        .catch(explainOptions)
        .finally(() => {
          said.watchedFiles.push(...configs);
          said.watchedFolders.push(...publicFolders);
        });
      root = app.setup.root;
      return { ...said, root, files: await buildFiles(app, said), error: undefined };
    } catch (error) {
      return { ...said, root, files: new Map(), error: createError(error) };
    }
  }

  async function buildFiles(app: PreparedApp, said: BuildNotes): Promise<OutputFiles> {
    said.notes.push(...(app.settings.notes ?? []));
    app.builder.invalidate();
    const built = await app.builder.build();
    said.watchedFiles.push(...built.dependencies);
    said.watchedFolders.push(...built.folders);
    said.warnings.push(...built.diagnostics.filter(({ severity }) => severity === "warning"));
    const error = app.builder.createError(built);
    if (error) throw error;
    const files = await listFiles(built, app, said);
    addPublicFiles(files, app, said, readPublic);
    const nested = findNested(files);
    if (nested !== undefined) throw new BuildError([messages.app_file_nested(nested)]);
    const taken = claimFiles(build, files.keys(), owner);
    if (taken !== undefined) throw new BuildError([messages.app_file_taken(taken)]);
    return files;
  }

  /** What is wrong with options, as an error that any bundler shows well. */
  function explainOptions(error: unknown): never {
    if (!formatThrown(error).startsWith("rune: ")) throw error;
    throw new BuildError([messages.app_options_invalid(error, given.root)]);
  }

  async function listFiles(
    built: BuiltApp,
    app: PreparedApp,
    { warnings, notes }: BuildNotes,
  ): Promise<Map<string, Uint8Array | string>> {
    const report: BuildReport = { warn: (each) => warnings.push(each), inform: (text) => notes.push(text) };
    const files = new Map<string, Uint8Array | string>();
    for (const [path, bytes] of built.sealed?.files ?? []) files.set(`${built.id}.rune/${path}`, bytes);
    const others = app.settings.writesPages ? await createFiles?.(built, app, report) : undefined;
    for (const [path, content] of others ?? []) files.set(path, content);
    report.inform(`rune: ${built.id}.rune has the root digest ${built.sealed?.root}`);
    return files;
  }

  return {
    configure(setup, current) {
      given = setup;
      build = current;
    },
    prepare,
    async claim() {
      const { settings, setup } = await prepare();
      const { options, writesPages } = settings;
      const served = [`${options.id ?? readProject(setup.root).id}.rune`, ...(writesPages ? ["index.html"] : [])];
      const taken = claimFiles(build, served, owner);
      if (taken !== undefined) throw new BuildError([messages.app_file_taken(taken)]);
    },
    listConfigs: () => [...configs],
    run,
    close: async () => onClose?.(),
  };
}

/** Whatever was thrown, as an error that a bundler can take. */
function createError(thrown: unknown): BuildError {
  if (thrown instanceof BuildError) return thrown;
  return new BuildError([messages.app_build_failed(thrown)], undefined, { cause: thrown });
}

/** Adds the files of the public folder, if the build writes these. */
function addPublicFiles(
  files: Map<string, Uint8Array | string>,
  { setup: { publicFolder }, copiesPublic }: PreparedApp,
  { watchedFiles, watchedFolders }: BuildNotes,
  readPublic: ReadPublicFiles,
): void {
  if (!publicFolder) return;
  const taken = findTaken(publicFolder, files.keys());
  if (taken !== undefined) throw new BuildError([messages.app_public_taken(taken)]);
  if (!copiesPublic) return;
  for (const [path, bytes] of readPublic(publicFolder, (folder) => watchedFolders.push(folder))) {
    files.set(path, bytes);
    watchedFiles.push(join(publicFolder, path));
  }
}

/** The path of a file that another path takes for a folder, such as a page at `/404.html`. */
function findNested(files: OutputFiles): string | undefined {
  for (const path of files.keys()) {
    const segments = path.split("/");
    const folders = segments.slice(1).map((_, i) => segments.slice(0, i + 1).join("/"));
    const file = folders.find((folder) => files.has(folder));
    if (file !== undefined) return file;
  }
  return undefined;
}
