import { dirname } from "node:path";
import { describeFailure } from "@rune/schema";
import { createRestartFile } from "./restart-file.ts";

/** The part of esbuild's build that is used. */
export interface LoadingBuild {
  onStart(action: () => Promise<void>): void;
  onLoad(
    options: { filter: RegExp; namespace: "file" },
    action: (file: { path: string; suffix: string }) => Promise<LoadedCode | undefined>,
  ): void;
  onEnd(action: () => Promise<void>): void;
  onDispose(action: () => void): void;
}

/** What esbuild is told of a file. */
interface LoadedCode {
  contents?: string;
  loader: "js";
  resolveDir: string;
  errors: { text: string; detail?: unknown }[];
  warnings: { text: string }[];
  watchFiles: string[];
}

/** What generates code may say of files. */
export interface EsbuildLoadContext {
  addWatchFile(path: string): void;
  warn(message: string): void;
}

export interface EsbuildLoads {
  /** Matches paths of files, without their queries. */
  filter: RegExp;
  /** Matches paths with queries. */
  query: RegExp;
  generate(id: string, context: EsbuildLoadContext): Promise<string>;
}

/**
 * Has esbuild load JavaScript that is generated from files. It goes on to watch them where they have errors, and builds again when they were edited
 * while they were read.
 */
export function loadInEsbuild(build: LoadingBuild, { filter, query, generate }: EsbuildLoads): void {
  const watched = new Set<string>();
  const restart = createRestartFile();
  build.onStart(async () => {
    watched.clear();
    await restart.begin();
  });
  build.onLoad({ filter, namespace: "file" }, async ({ path, suffix }) => {
    const id = path + suffix;
    if (!query.test(id)) return undefined;
    const files = new Set([restart.path]);
    const loaded: LoadedCode = {
      loader: "js",
      resolveDir: dirname(path),
      errors: [],
      warnings: [],
      watchFiles: [],
    };
    const context: EsbuildLoadContext = {
      addWatchFile: (file) => void files.add(file),
      warn: (text) => void loaded.warnings.push({ text }),
    };
    try {
      loaded.contents = await generate(id, context);
    } catch (error) {
      const detail = describeFailure(error);
      loaded.errors.push({ text: detail instanceof Error ? detail.message : String(detail), detail });
    }
    loaded.watchFiles = [...files];
    for (const file of files) watched.add(file);
    watched.delete(restart.path);
    return loaded;
  });
  build.onEnd(() => restart.check(watched));
  build.onDispose(() => void restart.remove());
}
