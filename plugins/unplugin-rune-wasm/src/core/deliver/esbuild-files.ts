import { dirname, join } from "node:path";
import type { PluginBuild } from "esbuild";
import type { BytesSource } from "./bytes-source.ts";

/** Files that esbuild puts into its output, named by its own options. */
export interface EsbuildFiles {
  /** `path` is that of the module's source. `undefined` where code cannot know where it lies. */
  emit(path: string, name: string, bytes: Uint8Array): BytesSource | undefined;
}

const NAMESPACE = "rune-wasm-bytes";

/** Registers what resolves and loads the files of one build. */
export function createEsbuildFiles(build: PluginBuild): EsbuildFiles {
  const contents = new Map<string, Uint8Array>();
  build.onResolve({ filter: /^rune-wasm-bytes:/ }, ({ path }) => ({
    path: path.slice(NAMESPACE.length + 1),
    namespace: NAMESPACE,
  }));
  build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
    contents: contents.get(path) ?? "",
    loader: "file",
  }));
  return {
    emit(path, name, bytes) {
      const { format, bundle } = build.initialOptions;
      if (format !== "esm" || !bundle) return undefined;
      const file = join(dirname(path), name);
      contents.set(file, bytes);
      return {
        imports: [`import wasmUrl from ${JSON.stringify(`${NAMESPACE}:${file}`)};`],
        expression: "new URL(wasmUrl, import.meta.url)",
      };
    },
  };
}
