import type { UnpluginContextMeta } from "unplugin";
import type { Compiler } from "webpack";
import type { PluginBuild } from "esbuild";
import type { LoadContext } from "../project.ts";
import type { ViteHooks } from "../vite-hooks.ts";
import type { BytesSource, EmitBytes, EmitModule } from "./bytes-source.ts";
import { deliverBytes, deliverModule } from "./deliver-bytes.ts";
import { createAssetEmitter, type AssetContext } from "./emit-asset.ts";
import { cacheFile, createCachedFileEmitter } from "./emit-cached-file.ts";
import { createEsbuildFiles, type EsbuildFiles } from "./esbuild-files.ts";
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
}

export interface DeliveryOptions {
  framework: UnpluginContextMeta["framework"];
  vite: ViteHooks;
  /** Most bytes of a module that is written into the code. */
  inlineLimit: number | undefined;
  target: "workerd" | undefined;
}

/** How modules get into a bundler's output. */
export interface Delivery {
  deliver(module: DeliveredModule, root: string, context: LoadContext): BytesSource;
  /** Takes the conditions with which the bundler finds packages. Vite's are known. */
  setConditions(conditions: unknown): void;
  setupEsbuild(build: PluginBuild): void;
  setupWebpack(compiler: Compiler): void;
  rollup: Pick<UsedAssets, "buildStart" | "generateBundle"> & Pick<RollupModules, "renderStart" | "renderChunk">;
  /** Finds what generated code imports. */
  resolve: RollupModules["resolve"];
}

/** As that of Vite's assets. */
const DEFAULT_INLINE_LIMIT = 4096;

export function createDelivery({ framework, vite, inlineLimit, target }: DeliveryOptions): Delivery {
  const assets = createUsedAssets();
  const modules = createRollupModules();
  const isPack = framework === "webpack" || framework === "rspack";
  let isWorkerd = target === "workerd";
  let esbuildFiles: EsbuildFiles | undefined;
  let createPackEmitter: ReturnType<typeof createWebpackModules> | undefined;

  function findEmitter({ id, path }: DeliveredModule, root: string, context: LoadContext): EmitBytes | undefined {
    if (isPack) return createCachedFileEmitter(root);
    if (framework === "esbuild") return (name, bytes) => esbuildFiles?.emit(path, name, bytes);
    if (framework === "vite" && !vite.emitsFiles(context)) return undefined;
    return createAssetEmitter(assets.watch(id, context as unknown as AssetContext));
  }

  function findModuleEmitter({ id, path, file }: DeliveredModule, root: string, context: LoadContext): EmitModule {
    if (createPackEmitter) return createPackEmitter(root, file);
    if (esbuildFiles) return esbuildFiles.createModuleEmitter(path, file);
    // Whoever has the server run code in Workers has it import modules there.
    if (framework === "vite" && vite.isServer()) return (name, bytes) => cacheFile(root, name, bytes);
    return modules.createEmitter(assets.watch(id, context as unknown as AssetContext), file);
  }

  return {
    deliver(module, root, context) {
      const { path, bytes } = module;
      if (isWorkerd || vite.findConditions(context).includes("workerd")) {
        return deliverModule(path, bytes, findModuleEmitter(module, root, context));
      }
      const limit = inlineLimit ?? vite.inlineLimit() ?? DEFAULT_INLINE_LIMIT;
      return deliverBytes(path, bytes, limit, findEmitter(module, root, context));
    },
    setConditions(conditions) {
      isWorkerd = target === "workerd" || (Array.isArray(conditions) && conditions.includes("workerd"));
    },
    setupEsbuild(build) {
      esbuildFiles = createEsbuildFiles(build);
    },
    setupWebpack(compiler) {
      createPackEmitter = createWebpackModules(compiler);
    },
    rollup: { ...assets, renderStart: modules.renderStart, renderChunk: modules.renderChunk },
    resolve: modules.resolve,
  };
}
