import type { PluginBuild } from "esbuild";
import { isWasmImport } from "./import-id.ts";

/** Marks the question where a file is, which the plugin asks itself, or another copy of it. */
const ASKED = Symbol.for("unplugin-rune-wasm asked");

/** Has esbuild leave out modules of which nothing is used. */
export function resolveInEsbuild(build: PluginBuild): void {
  const filter = /\?wasm(?:&init)?$|\.wasm(?:\.[jt]s)?$/;
  build.onResolve({ filter }, async ({ path, kind, importer, namespace, resolveDir, pluginData, with: attributes }) => {
    if (pluginData === ASKED) return undefined;
    const asked = { kind, importer, namespace, resolveDir, with: attributes, pluginData: ASKED };
    const found = await build.resolve(path, asked);
    const isOwn = found.errors.length === 0 && !found.external && isWasmImport(found.path + found.suffix);
    return isOwn ? { ...found, sideEffects: false } : undefined;
  });
}
