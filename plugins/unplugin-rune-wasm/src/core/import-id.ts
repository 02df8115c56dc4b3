/** How a module is imported: ready to use, or to be made ready. */
export type ImportKind = "ready" | "init";

/** What an import of a compiled module asks for. */
export interface WasmImport {
  /** The module's file. */
  path: string;
  kind: ImportKind;
}

/** Matches `./math.ts?wasm` and `./math.ts?wasm&init`. */
const importWithQuery = /\.ts\?wasm(?:&init)?$/;

/** Matches `./math.wasm.ts`, a file that is compiled wherever code imports it. */
export const wasmFile: RegExp = /\.wasm\.ts$/;

/** Matches imports that name `wasm` in their query, rightly or not; the queries of Vite's own WASM support are others. */
export const wasmQuery: RegExp = /\?(?:[^?]*&)?wasm(?:&[^?]*)?$/;

/** Whether an import is one of a compiled module. */
export function isWasmImport(id: string): boolean {
  return importWithQuery.test(id) || wasmFile.test(id);
}

/** Takes an id that `isWasmImport` accepts apart. */
export function parseImport(id: string): WasmImport {
  if (wasmFile.test(id)) return { path: id, kind: "ready" };
  // Folders may have a `?` in their names.
  const end = id.lastIndexOf("?");
  return { path: id.slice(0, end), kind: id.endsWith("&init") ? "init" : "ready" };
}

/** @throws Error for an import that looks like the plugin's and is not, which a bundler would take for the file itself. */
export function assertImport(id: string): void {
  if (isWasmImport(id)) return;
  throw new Error(
    `unplugin-rune-wasm: cannot import ${id}: it compiles \`.ts\` files, imported as \`./file.ts?wasm\` or, to make instances yourself, \`./file.ts?wasm&init\``,
  );
}
