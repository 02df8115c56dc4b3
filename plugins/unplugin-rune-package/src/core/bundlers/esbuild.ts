import { Buffer } from "node:buffer";
import { existsSync, readFileSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { assertVersion, createRestartFile, type Lifecycle } from "@rune/bundlers";
import { makeVisible, type Diagnostic } from "@rune/schema";
import type { BuildResult as EsbuildResult, OutputFile, PartialMessage, PluginBuild } from "esbuild";
import type { BundlerApp, BundlerOutput } from "../bundler-app.ts";
import { EMPTY_ENTRY } from "../empty-entry.ts";
import { createWriter } from "../write-files.ts";

/** What plugins of one build have esbuild watch. Who asks where the entry is gathers what those tell that are asked: esbuild forgets theirs. */
class Watched {
  readonly files: string[] = [];
  readonly folders: string[] = [];
}

/** Builds when esbuild begins, and writes what came of it where esbuild writes. */
export function setupEsbuild(build: PluginBuild, app: BundlerApp, lifecycle: Lifecycle): void {
  lifecycle.begin();
  const { initialOptions } = build;
  const { absWorkingDir = process.cwd(), entryPoints = [], stdin, publicPath = "/", outdir, outfile } = initialOptions;
  // The empty one is of another plugin, or of the last build with these options.
  const hasInput = stdin !== undefined || Object.values(entryPoints).some((entry) => entry !== EMPTY_ENTRY);
  assertVersion("esbuild", build.esbuild.version, "0.25");
  const tell = (text: string): void => {
    if (initialOptions.logLevel === "info") console.info(text);
  };
  app.configure({ root: absWorkingDir, release: true, base: publicPath, hasInput, tell }, initialOptions);
  const place = outdir ?? (outfile === undefined ? undefined : dirname(outfile));
  let result: BundlerOutput | undefined;
  let isTold = false;
  const restart = createRestartFile();
  const write = createWriter();

  build.onStart(async () => {
    if (place === undefined) return { errors: [{ text: "rune: set `outdir`, where the package goes" }] };
    await restart.begin();
    result = await app.run();
    isTold = false;
    return undefined;
  });
  // Only what finds a module can say what else to watch, and it is not asked after an error at the start.
  build.onResolve({ filter: /.*/ }, async ({ path, kind, importer, namespace, resolveDir, pluginData }) => {
    // What is wrong has been said, and an entry that is not found is not the user's.
    if (place === undefined && path === EMPTY_ENTRY) return { path, namespace: "rune" };
    if (kind !== "entry-point" || !result || isTold) return undefined;
    // Before it asks where the entry is: that asks all plugins, so those of other apps tell theirs, too.
    isTold = true;
    const watched = pluginData instanceof Watched ? pluginData : new Watched();
    const found = await build.resolve(path, { kind, importer, namespace, resolveDir, pluginData: watched });
    watched.files.push(...result.watchedFiles.filter(isWatchable), restart.path);
    watched.folders.push(...result.watchedFolders);
    const { root, error, warnings } = result;
    const convert = (diagnostic: Diagnostic): PartialMessage => createMessage(diagnostic, root);
    const own = error?.diagnostics.filter(({ severity }) => severity === "error") ?? [];
    const isEmpty = path === EMPTY_ENTRY;
    return {
      ...found,
      ...(isEmpty && { path, namespace: "rune" }),
      warnings: [...found.warnings, ...warnings.map(convert)],
      errors: [...found.errors.filter(({ text }) => !isEmpty || !text.includes(EMPTY_ENTRY)), ...own.map(convert)],
      watchFiles: watched.files,
      watchDirs: watched.folders,
    };
  });
  if (!hasInput) addEmptyEntry(build);
  build.onEnd(async (ended) => {
    if (!hasInput) await removeEmptyEntry(ended, absWorkingDir);
    if (result) await restart.check([...result.watchedFiles, ...result.watchedFolders]);
    if (ended.errors.length > 0 || !result || place === undefined) return;
    for (const [name, content] of result.files) {
      const path = resolve(absWorkingDir, place, name);
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      if (initialOptions.write === false) ended.outputFiles?.push(createOutputFile(path, bytes));
      else await write(path, bytes);
    }
    for (const note of result.notes) tell(note);
  });
  build.onDispose(() => {
    void lifecycle.end();
    void restart.remove();
  });
}

/** esbuild reads what it watches, as a whole. Of what is larger it sees in the folder whether it is there. */
const LARGEST = 2 ** 28;

function isWatchable(path: string): boolean {
  try {
    return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= LARGEST;
  } catch {
    // One that nobody may look at may be opened by and by.
    return true;
  }
}

/** esbuild takes no build without an entry; what comes of this one is taken out again. */
function addEmptyEntry(build: PluginBuild): void {
  build.initialOptions.entryPoints = [EMPTY_ENTRY];
  // Says where the output of the entry is.
  build.initialOptions.metafile = true;
  build.onLoad({ filter: /.*/, namespace: "rune" }, () => ({ contents: "" }));
}

async function removeEmptyEntry({ metafile, outputFiles }: EsbuildResult, folder: string): Promise<void> {
  for (const name of Object.keys(metafile?.outputs ?? {})) {
    const path = resolve(folder, name);
    const index = outputFiles?.findIndex((file) => file.path === path) ?? -1;
    if (index >= 0) outputFiles?.splice(index, 1);
    await rm(path, { force: true });
    delete metafile?.outputs[name];
  }
}

function createOutputFile(path: string, contents: Uint8Array): OutputFile {
  return { path, contents, hash: "", text: Buffer.from(contents).toString() };
}

/** A diagnostic in the form that esbuild prints with a frame of its own. */
function createMessage({ message, code, stack, hint, file, range }: Diagnostic, root: string): PartialMessage {
  const notes = [stack, hint].flatMap((note) => (note === undefined ? [] : [{ text: makeVisible(note) }]));
  const text = makeVisible(`${message} [${code}]`);
  if (file === undefined || !range) return { text: file === undefined ? text : `${makeVisible(file)}: ${text}`, notes };
  const path = join(root, file);
  const { start, end } = range;
  const lineText = existsSync(path) ? (readFileSync(path, "utf8").split(/\r?\n/)[start.line - 1] ?? "") : "";
  const length = end.line === start.line ? end.column - start.column : lineText.length - start.column + 1;
  const location = {
    file: makeVisible(relative(process.cwd(), path)),
    line: start.line,
    column: start.column - 1,
    length,
    lineText: makeVisible(lineText),
  };
  return { text, notes, location };
}
