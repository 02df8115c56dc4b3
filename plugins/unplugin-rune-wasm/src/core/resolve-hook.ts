import { createRequire } from "node:module";
import { createResolveHook, type ResolveHook } from "@rune/compiler/bundlers";
import { wasmQuery } from "./import-id.ts";

const files = createResolveHook(wasmQuery);

/** What generated code imports, and what that imports. */
const runtime = /^(?:unplugin-rune-wasm\/runtime(?:-development)?|@rune\/.+)$/;

/**
 * Resolves what Rollup does not by itself: files with a query, and the runtime, which a project without a plugin for packages, or with
 * packages that see only their own dependencies, would not find.
 */
export const resolveHook: ResolveHook = {
  filter: { id: [...files.filter.id, runtime] },
  async handler(source, importer) {
    if (!runtime.test(source)) return files.handler.call(this, source, importer);
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found ? undefined : createRequire(import.meta.url).resolve(source);
  },
};
