import { dirname, join } from "node:path";
import type { PluginBuild } from "esbuild";
import type { BytesSource, EmitModule } from "./bytes-source.ts";
import { formatUnsuitable } from "./messages.ts";

/** Files that esbuild puts into its output, named by its own options. */
export interface EsbuildFiles {
  /** `path` is that of the module's source. `undefined` where code cannot know where it lies. */
  emit(path: string, name: string, bytes: Uint8Array): BytesSource | undefined;
  /** @throws Error where the output cannot import files. */
  createModuleEmitter(path: string, file: string): EmitModule;
}

const BYTES = "rune-wasm-bytes";
const MODULE = "rune-wasm-module";

/** Registers what resolves and loads the files of one build. */
export function createEsbuildFiles(build: PluginBuild): EsbuildFiles {
  const contents = new Map<string, Uint8Array>();
  const { format, bundle } = build.initialOptions;
  const isModule = format === "esm" && bundle === true;
  for (const [namespace, loader] of [[BYTES, "file"] as const, [MODULE, "copy"] as const]) {
    build.onResolve({ filter: new RegExp(`^${namespace}:`) }, ({ path }) => ({
      path: path.slice(namespace.length + 1),
      namespace,
    }));
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => {
      const bytes = contents.get(path);
      return bytes
        ? { contents: bytes, loader }
        : { errors: [{ text: `unplugin-rune-wasm: there is no module ${path}` }] };
    });
  }
  return {
    emit(path, name, bytes) {
      if (!isModule) return undefined;
      const file = join(dirname(path), name);
      contents.set(file, bytes);
      return {
        imports: [`import wasmUrl from ${JSON.stringify(`${BYTES}:${file}`)};`],
        expression: "new URL(wasmUrl, import.meta.url)",
      };
    },
    createModuleEmitter(path, file) {
      if (!isModule)
        throw formatUnsuitable(file, `the format "${format ?? "iife"}"`, '`bundle: true` and `format: "esm"`');
      return (name, bytes) => {
        const copied = join(dirname(path), name);
        contents.set(copied, bytes);
        return `${MODULE}:${copied}`;
      };
    },
  };
}
