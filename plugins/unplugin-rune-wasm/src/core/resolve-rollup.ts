import { createRequire } from "node:module";
import { parseImport, wasmQuery } from "./import-id.ts";

/** The part of the context of Rollup's `resolveId` that is used; Rolldown and Vite have the same. */
export interface ResolveContext {
  resolve(
    source: string,
    importer: string | undefined,
    options: { skipSelf: true },
  ): Promise<{ id: string; external: boolean | "absolute" | "relative" } | null>;
}

/** A hook that finds the ids of some imports, or leaves them to others. */
export interface ResolveHook {
  filter: { id: RegExp[] };
  handler(this: ResolveContext, source: string, importer: string | undefined): Promise<string | undefined>;
}

/** What generated code imports, and what that imports. */
const runtime = /^(?:unplugin-rune-wasm\/runtime(?:-development)?|@rune\/.+)$/;

/**
 * Resolves what Rollup does not by itself: files with a query, and the runtime, which a project without a plugin for packages, or with
 * packages that see only their own dependencies, would not find.
 */
export const resolveHook: ResolveHook = {
  filter: { id: [wasmQuery, runtime] },
  async handler(source, importer) {
    if (runtime.test(source)) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found ? undefined : createRequire(import.meta.url).resolve(source);
    }
    if (!wasmQuery.test(source)) return undefined;
    const { path } = parseImport(source);
    const found = await this.resolve(path, importer, { skipSelf: true });
    return found && !found.external ? `${found.id}${source.slice(path.length)}` : undefined;
  },
};
