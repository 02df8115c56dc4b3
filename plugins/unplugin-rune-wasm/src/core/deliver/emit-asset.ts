import type { EmitBytes } from "./bytes-source.ts";

/** The part of the context of Rollup's hooks that emits files; Rolldown and Vite have the same. */
export interface AssetContext {
  emitFile(file: { type: "asset"; name: string; source: Uint8Array }): string;
}

/** Assets of Rollup, Rolldown and Vite: named by their options, with a hash of the content, found beside the code wherever it lies. */
export function createAssetEmitter(context: AssetContext): EmitBytes {
  return (name, source) => {
    const reference = context.emitFile({ type: "asset", name, source });
    // Vite gives a path where its `base` is one. Bundlers of what is built here take `new URL(…, import.meta.url)` for the name of a file.
    return {
      imports: [],
      expression: `new URL(import.meta.ROLLUP_FILE_URL_${reference}, import.meta.url || undefined)`,
    };
  };
}
