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

/** Finds the id of an import, or leaves it to others. */
export type ResolveImport = (
  this: ResolveContext,
  source: string,
  importer: string | undefined,
) => Promise<string | undefined>;

const RUNTIME = /^unplugin-rune-wasm\/runtime(?:-development)?$/;

/**
 * Resolves what Rollup does not by itself: files with a query, and the runtime that generated code imports, which a project without a
 * plugin for packages, or with packages that see only their own dependencies, would not find.
 */
export function createRollupResolver(): ResolveImport {
  /** Files of the runtime, which import packages too. */
  const runtime = new Set<string>();

  return async function resolveImport(source, importer) {
    const isRuntime = RUNTIME.test(source) || (importer !== undefined && runtime.has(importer));
    if (isRuntime && !source.startsWith(".")) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      if (found && !found.external) return undefined;
      const id = createRequire(importer !== undefined && runtime.has(importer) ? importer : import.meta.url).resolve(
        source,
      );
      runtime.add(id);
      return id;
    }
    if (isRuntime) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      if (found) runtime.add(found.id);
      return undefined;
    }
    if (!wasmQuery.test(source)) return undefined;
    const { path } = parseImport(source);
    const found = await this.resolve(path, importer, { skipSelf: true });
    return found && !found.external ? `${found.id}${source.slice(path.length)}` : undefined;
  };
}
