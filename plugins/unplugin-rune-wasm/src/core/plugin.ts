import { describeFailure } from "@rune/schema";
import type { UnpluginContextMeta, UnpluginOptions } from "unplugin";
import { createAssetEmitter, type AssetContext } from "./deliver/emit-asset.ts";
import type { EmitBytes } from "./deliver/bytes-source.ts";
import { createCachedFileEmitter } from "./deliver/emit-cached-file.ts";
import { createEsbuildFiles, type EsbuildFiles } from "./deliver/esbuild-files.ts";
import { deliverBytes } from "./deliver/deliver-bytes.ts";
import { generateBindings } from "./generate-bindings.ts";
import { assertImport, parseImport, wasmQuery } from "./import-id.ts";
import type { ResolvedRuneWasmOptions } from "./options.ts";
import { createProject, type LoadContext } from "./project.ts";
import { resolveHook } from "./resolve-rollup.ts";
import { createViteHooks } from "./vite-hooks.ts";
import { keepOwnLoaders } from "./webpack-loaders.ts";

/** Code of a module without positions: it was written by nobody. */
interface GeneratedCode {
  code: string;
  map: { version: 3; sources: string[]; names: string[]; mappings: "" };
}

type Framework = UnpluginContextMeta["framework"];

/** The plugin's name, which bundlers show. */
export const PLUGIN_NAME = "unplugin-rune-wasm";

/** The hooks of the WASM plugin: a module imported with `?wasm` becomes bindings to its compiled form. */
export function createWasmPlugin(options: ResolvedRuneWasmOptions, framework: Framework): UnpluginOptions {
  const project = createProject(options);
  const vite = createViteHooks(project);
  let esbuildFiles: EsbuildFiles | undefined;
  // Elsewhere the worker waits for the end of the process, which it does not hold up.
  const closeBundle = (): Promise<void> => project.close();

  async function generate(id: string, context: LoadContext): Promise<GeneratedCode> {
    assertImport(id);
    const { path, kind } = parseImport(id);
    const { file, module } = await project.compile(path, context);
    const limit = options.inlineLimit ?? vite.inlineLimit() ?? DEFAULT_INLINE_LIMIT;
    const source = deliverBytes(path, module.bytes, limit, findEmitter(path, context));
    const code = generateBindings({ file, module, kind, source });
    return { code, map: { version: 3, sources: [], names: [], mappings: "" } };
  }

  /** How the bundler takes files, if it does now. */
  function findEmitter(path: string, context: LoadContext): EmitBytes | undefined {
    if (framework === "webpack" || framework === "rspack") return createCachedFileEmitter(project.root);
    if (framework === "esbuild") return (name, bytes) => esbuildFiles?.emit(path, name, bytes);
    if (framework === "vite" && !vite.emitsFiles(context)) return undefined;
    return createAssetEmitter(context as unknown as AssetContext);
  }

  async function generateOrDescribe(id: string, context: LoadContext): Promise<GeneratedCode> {
    try {
      return await generate(id, context);
    } catch (error) {
      throw describeFailure(error);
    }
  }

  const rollup = {
    resolveId: resolveHook,
    closeBundle,
    options(this: { meta: { watchMode: boolean } }): void {
      project.configure({ root: process.cwd(), development: this.meta.watchMode });
    },
  };
  // What webpack asks `load` about has lost its query.
  const hook: Pick<UnpluginOptions, "load" | "transform"> =
    framework === "webpack" || framework === "rspack"
      ? {
          transform: {
            filter: { id: wasmQuery },
            handler(_, id) {
              return generateOrDescribe(id, this);
            },
          },
        }
      : {
          load: {
            filter: { id: wasmQuery },
            handler(id) {
              return framework === "esbuild" ? generateOrDescribe(id, this) : generate(id, this);
            },
          },
        };
  return {
    name: PLUGIN_NAME,
    enforce: "pre",
    ...hook,
    vite: { ...vite.hooks, resolveId: resolveHook, closeBundle },
    rollup: rollup as UnpluginOptions["rollup"] & object,
    rolldown: rollup as UnpluginOptions["rolldown"] & object,
    esbuild: {
      onLoadFilter: /\.\w+$/,
      loader: "js",
      setup(build) {
        esbuildFiles = createEsbuildFiles(build);
        project.configure({ root: build.initialOptions.absWorkingDir ?? process.cwd(), development: false });
      },
    },
    webpack(compiler) {
      project.configure({ root: compiler.context, development: compiler.options.mode === "development" });
      keepOwnLoaders(compiler);
    },
    rspack(compiler) {
      project.configure({ root: compiler.context, development: compiler.options.mode === "development" });
    },
  };
}

/** As that of Vite's assets. */
const DEFAULT_INLINE_LIMIT = 4096;
