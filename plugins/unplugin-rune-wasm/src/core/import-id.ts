/** How a module is imported: ready to use, or to be made ready. */
export type ImportKind = "ready" | "init";

/** What an import with the plugin's query asks for. */
export interface WasmImport {
  /** The module's file. */
  path: string;
  kind: ImportKind;
}

/** Matches `./math.ts?wasm` and `./math.ts?wasm&init`. */
export const wasmImport: RegExp = /\.ts\?wasm(?:&init)?$/;

/** Takes a specifier or an id that `wasmImport` matches apart. */
export function parseImport(id: string): WasmImport {
  const [path = "", query] = id.split("?");
  return { path, kind: query === "wasm&init" ? "init" : "ready" };
}
