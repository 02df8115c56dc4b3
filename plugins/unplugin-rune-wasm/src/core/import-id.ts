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

/** Matches imports that name `wasm` in their query, rightly or not; the queries of Vite's own WASM support are others. */
export const wasmQuery: RegExp = /\?(?:[^?]*&)?wasm(?:&[^?]*)?$/;

/** @throws Error for an import that looks like the plugin's and is not, which a bundler would take for the file itself. */
export function assertImport(id: string): void {
  if (wasmImport.test(id)) return;
  throw new Error(
    `unplugin-rune-wasm: cannot import ${id}: it compiles \`.ts\` files, imported as \`./file.ts?wasm\` or, to make instances yourself, \`./file.ts?wasm&init\``,
  );
}
