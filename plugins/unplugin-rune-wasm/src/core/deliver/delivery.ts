import type { UnpluginContextMeta } from "unplugin";
import type { Compiler } from "webpack";
import type { PluginBuild } from "esbuild";
import type { LoadContext } from "../project.ts";
import type { ViteHooks } from "../vite-hooks.ts";
import type { BytesSource, EmitBytes, EmitModule } from "./bytes-source.ts";
import { deliverBytes, deliverModule } from "./deliver-bytes.ts";
import { createAssetEmitter, type AssetContext } from "./emit-asset.ts";
import { cacheFile, createCachedFileEmitter, createPackFileCache } from "./emit-cached-file.ts";
import { createEsbuildFiles, type EsbuildFiles } from "./esbuild-files.ts";
import { findBuild } from "./find-build.ts";
import { createRollupModules, type RollupModules } from "./rollup-modules.ts";
import { createUsedAssets, type UsedAssets } from "./used-assets.ts";
import { createWebpackModules } from "./webpack-modules.ts";

/** A compiled module that is to be delivered. */
export interface DeliveredModule {
  /** Of the import. */
  id: string;
  /** Of the module's source. */
  path: string;
  /** What it is called in messages. */
  file: string;
  bytes: Uint8Array;
  /** Absolute path of the project. */
  root: string;
  /** Most bytes of a module that is written into the code. */
  inlineLimit: number | undefined;
  target: "workerd" | undefined;
}

/** How modules get into a bundler's output. */
export interface Delivery {
  deliver(module: DeliveredModule, context: LoadContext): BytesSource;
  /** Takes the conditions with which the bundler finds packages. Vite's are known. */
  setConditions(conditions: unknown): void;
  setupEsbuild(build: PluginBuild): void;
  setupWebpack(compiler: Compiler): void;
  rollup: Pick<UsedAssets, "generateBundle"> &
    Pick<RollupModules, "renderStart" | "renderChunk"> & { buildStart(this: object): void };
  /** Finds what generated code imports. */
  resolve: RollupModules["resolve"];
}

/** As that of Vite's assets. */
const DEFAULT_INLINE_LIMIT = 4096;

export function createDelivery(framework: UnpluginContextMeta["framework"], vite: ViteHooks): Delivery {
  const assets = createUsedAssets();
  const modules = createRollupModules();
  let givenConditions: unknown;
  let esbuildFiles: EsbuildFiles | undefined;
  let pack: { compiler: Compiler; createModuleEmitter: ReturnType<typeof createWebpackModules> } | undefined;

  function findEmitter({ id, path, root }: DeliveredModule, context: LoadContext): EmitBytes | undefined {
    if (pack) return createCachedFileEmitter(createPackFileCache(pack.compiler, root, context));
    if (framework === "esbuild") return (name, bytes) => esbuildFiles?.emit(path, name, bytes);
    if (framework === "vite" && !vite.emitsFiles(context)) return undefined;
    return createAssetEmitter(assets.watch(id, context as unknown as AssetContext));
  }

  function findModuleEmitter({ id, path, file, root }: DeliveredModule, context: LoadContext): EmitModule {
    if (pack) return pack.createModuleEmitter(createPackFileCache(pack.compiler, root, context), file);
    if (esbuildFiles) return esbuildFiles.createModuleEmitter(path, file);
    // Whoever has the server run code in Workers has it import modules there.
    if (framework === "vite" && vite.isServer()) return (name, bytes) => cacheFile(root, name, bytes);
    return modules.createEmitter(assets.watch(id, context as unknown as AssetContext), file, findBuild(context));
  }

  function isForWorkerd({ target }: DeliveredModule, context: LoadContext): boolean {
    const conditions = [givenConditions, vite.findConditions(context)].flat();
    return target === "workerd" || conditions.includes("workerd");
  }

  return {
    deliver(module, context) {
      const { path, bytes } = module;
      if (isForWorkerd(module, context)) return deliverModule(path, bytes, findModuleEmitter(module, context));
      const limit = module.inlineLimit ?? vite.inlineLimit() ?? DEFAULT_INLINE_LIMIT;
      return deliverBytes(path, bytes, limit, findEmitter(module, context));
    },
    setConditions(conditions) {
      givenConditions = conditions;
    },
    setupEsbuild(build) {
      esbuildFiles = createEsbuildFiles(build);
    },
    setupWebpack(compiler) {
      pack = { compiler, createModuleEmitter: createWebpackModules(compiler) };
    },
    rollup: {
      buildStart() {
        assets.begin(this);
        modules.begin(this);
      },
      generateBundle: assets.generateBundle,
      renderStart: modules.renderStart,
      renderChunk: modules.renderChunk,
    },
    resolve: modules.resolve,
  };
}
