import { randomUUID } from "node:crypto";
import { rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createRestartFile,
  keepOwnLoaders,
  loadInEsbuild,
  type LoadersCompiler,
  type LoadingBuild,
} from "@rune/compiler/bundlers";
import { describeFailure } from "@rune/schema";
import type { UnpluginContextMeta, UnpluginOptions } from "unplugin";
import { createAssetEmitter, type AssetContext } from "./deliver/emit-asset.ts";
import type { EmitBytes } from "./deliver/bytes-source.ts";
import { createCachedFileEmitter } from "./deliver/emit-cached-file.ts";
import { createEsbuildFiles, type EsbuildFiles } from "./deliver/esbuild-files.ts";
import { deliverBytes } from "./deliver/deliver-bytes.ts";
import { generateBindings } from "./generate-bindings.ts";
import { assertImport, isWasmImport, parseImport, wasmFile, wasmQuery } from "./import-id.ts";
import type { ResolvedRuneWasmOptions } from "./options.ts";
import { createProject, type LoadContext } from "./project.ts";
import { resolveHook } from "./resolve-hook.ts";
import { createViteHooks } from "./vite-hooks.ts";

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
            filter: { id: [wasmQuery, wasmFile] },
            handler(_, id) {
              return generateOrDescribe(id, this);
            },
          },
        }
      : {
          load: {
            filter: { id: [wasmQuery, wasmFile] },
            handler(id) {
              return generate(id, this);
            },
          },
        };
  return {
    name: PLUGIN_NAME,
    enforce: "pre",
    ...(framework !== "esbuild" && hook),
    vite: { ...vite.hooks, resolveId: resolveHook, closeBundle },
    rollup: rollup as UnpluginOptions["rollup"] & object,
    rolldown: rollup as UnpluginOptions["rolldown"] & object,
    esbuild: {
      setup(build) {
        esbuildFiles = createEsbuildFiles(build);
        project.configure({ root: build.initialOptions.absWorkingDir ?? process.cwd(), development: false });
        loadInEsbuild(build as unknown as LoadingBuild, {
          filter: /\.\w+$/,
          query: new RegExp(`${wasmQuery.source}|${wasmFile.source}`),
          generate: async (id, context) => (await generate(id, context)).code,
          restart: createRestartFile(join(tmpdir(), `rune-restart-${randomUUID()}`), { rm, stat, writeFile }),
        });
      },
    },
    webpack(compiler) {
      project.configure({ root: compiler.context, development: compiler.options.mode === "development" });
      keepOwnLoaders(compiler as unknown as LoadersCompiler, PLUGIN_NAME, isWasmImport);
    },
    rspack(compiler) {
      project.configure({ root: compiler.context, development: compiler.options.mode === "development" });
    },
  };
}

/** As that of Vite's assets. */
const DEFAULT_INLINE_LIMIT = 4096;
