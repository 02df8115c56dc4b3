import { createRequire } from "node:module";
import { createResolveHook, type ResolveContext } from "@rune/bundlers";
import { MODULE_IMPORT, type RollupModules } from "./deliver/rollup-modules.ts";
import { wasmQuery } from "./import-id.ts";

/** A hook that finds what is imported, or leaves it to others. */
export interface WasmResolveHook {
  filter: { id: RegExp[] };
  handler(
    this: ResolveContext,
    source: string,
    importer: string | undefined,
  ): Promise<ReturnType<RollupModules["resolve"]> | Awaited<ReturnType<ResolveContext["resolve"]>> | string>;
}

const files = createResolveHook(wasmQuery);

/** What generated code imports, and what that imports. */
const runtime = /^(?:unplugin-rune-wasm\/runtime(?:-development)?|@rune\/.+)$/;

/**
 * Resolves what Rollup does not by itself: files with a query, and the runtime, which a project without a plugin for packages, or with
 * packages that see only their own dependencies, would not find. `resolveModule` finds imports of files in the output.
 */
export function createWasmResolveHook(resolveModule: RollupModules["resolve"]): WasmResolveHook {
  return {
    filter: { id: [...files.filter.id, runtime, MODULE_IMPORT] },
    async handler(source, importer) {
      if (MODULE_IMPORT.test(source)) return resolveModule(source);
      if (!runtime.test(source)) return files.handler.call(this, source, importer);
      const found = await this.resolve(source, importer, { skipSelf: true });
      // Another copy of the plugin may have found it by asking this one.
      return found ?? createRequire(import.meta.url).resolve(source);
    },
  };
}
