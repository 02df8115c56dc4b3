import {
  assertRollup,
  assertVersion,
  assertWebpack,
  createLifecycle,
  keepOwnLoaders,
  loadInEsbuild,
  type BundlerMeta,
  type LoadersCompiler,
  type LoadingBuild,
  type PackCompiler,
} from "@rune/bundlers";
import { describeFailure } from "@rune/schema";
import { createVitePlugin, type UnpluginContextMeta, type UnpluginOptions } from "unplugin";
import type { Plugin } from "vite";
import type { Compiler } from "webpack";
import type { PluginBuild } from "esbuild";
import { createDelivery, type Delivery } from "./deliver/delivery.ts";
import { generateBindings } from "./generate-bindings.ts";
import { assertImport, isWasmImport, parseImport, wasmFile, wasmQuery } from "./import-id.ts";
import { createProject, type LoadContext, type WasmPluginOptions, type WasmProject } from "./project.ts";
import { resolveInEsbuild } from "./resolve-esbuild.ts";
import { createWasmResolveHook } from "./resolve-hook.ts";
import { createViteHooks, type ViteHooks } from "./vite-hooks.ts";

/** Code of a module without positions: it was written by nobody. */
interface GeneratedCode {
  code: string;
  map: { version: 3; sources: string[]; names: string[]; mappings: "" };
  moduleSideEffects: false;
}

type Framework = UnpluginContextMeta["framework"];

/** The plugin's name, which bundlers show. */
export const PLUGIN_NAME = "unplugin-rune-wasm";

/** What a plugin has, or with esbuild each build that has the plugin. */
interface Parts {
  readonly project: WasmProject;
  readonly vite: ViteHooks;
  readonly delivery: Delivery;
  generate(id: string, context: LoadContext): Promise<GeneratedCode>;
}

function createParts(options: WasmPluginOptions, framework: Framework): Parts {
  const project = createProject(options);
  const vite = createViteHooks(project, {
    findSettings: options.findSettings,
    createPlugin: () => createVitePlugin(() => createWasmPlugin(options, "vite"))() as Plugin,
  });
  const delivery = createDelivery(framework, vite);
  return {
    project,
    vite,
    delivery,
    async generate(id, context) {
      assertImport(id);
      const { path, kind } = parseImport(id);
      const { file, module, root, options: delivered } = await project.compile(path, context);
      const source = delivery.deliver({ id, path, file, bytes: module.bytes, root, ...delivered }, context);
      const code = generateBindings({ file, module, kind, source });
      return { code, map: { version: 3, sources: [], names: [], mappings: "" }, moduleSideEffects: false };
    },
  };
}

/** The hooks of the WASM plugin: a module imported with `?wasm` becomes bindings to its compiled form. */
export function createWasmPlugin(options: WasmPluginOptions, framework: Framework): UnpluginOptions {
  // One plugin may be in builds that run at once.
  if (framework === "esbuild") {
    return { name: PLUGIN_NAME, esbuild: { setup: (build) => setupEsbuild(build, createParts(options, framework)) } };
  }
  const { project, vite, delivery, generate } = createParts(options, framework);
  const resolveId = createWasmResolveHook(delivery.resolve);
  const lifecycle = createLifecycle(() => project.close());

  async function generateOrDescribe(id: string, context: LoadContext): Promise<GeneratedCode> {
    try {
      return await generate(id, context);
    } catch (error) {
      throw describeFailure(error);
    }
  }

  const hooks = {
    ...delivery.rollup,
    ...lifecycle.hooks,
    resolveId,
    buildStart(this: object): void {
      lifecycle.begin();
      delivery.rollup.buildStart.call(this);
    },
  };
  const rollup = {
    ...hooks,
    options(
      this: { meta: BundlerMeta & { watchMode: boolean } },
      input: { resolve?: { conditionNames?: unknown } },
    ): void {
      assertRollup(this.meta);
      project.configure({ root: process.cwd(), development: this.meta.watchMode });
      delivery.setConditions(input.resolve?.conditionNames);
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

  function setupWebpack(compiler: Compiler): void {
    const { context, options: configuration } = compiler;
    project.configure({ root: context, development: configuration.mode === "development" });
    delivery.setConditions(configuration.resolve.conditionNames);
    delivery.setupWebpack(compiler);
    compiler.hooks.shutdown.tapPromise(PLUGIN_NAME, () => project.close());
    // Of which nothing is used, is left out.
    const unused = { sideEffects: false };
    configuration.module.rules.push({ test: wasmFile, ...unused }, { resourceQuery: wasmQuery, ...unused });
  }

  return {
    name: PLUGIN_NAME,
    enforce: "pre",
    ...hook,
    vite: { ...hooks, ...vite.hooks } as UnpluginOptions["vite"] & object,
    rollup: rollup as UnpluginOptions["rollup"] & object,
    rolldown: rollup as UnpluginOptions["rolldown"] & object,
    webpack(compiler) {
      assertWebpack(compiler as PackCompiler);
      setupWebpack(compiler);
      keepOwnLoaders(compiler as unknown as LoadersCompiler, PLUGIN_NAME, isWasmImport);
    },
    // Of what is used of it, Rspack has the same.
    rspack: (compiler) => setupWebpack(compiler as unknown as Compiler),
  };
}

function setupEsbuild(build: PluginBuild, { project, delivery, generate }: Parts): void {
  const { absWorkingDir = process.cwd(), conditions } = build.initialOptions;
  assertVersion("esbuild", build.esbuild.version, "0.25");
  project.configure({ root: absWorkingDir, development: false });
  delivery.setConditions(conditions);
  delivery.setupEsbuild(build);
  build.onDispose(() => void project.close());
  resolveInEsbuild(build);
  loadInEsbuild(build as unknown as LoadingBuild, {
    filter: /\.\w+$/,
    query: new RegExp(`${wasmQuery.source}|${wasmFile.source}`),
    generate: async (id, context) => (await generate(id, context)).code,
  });
}
