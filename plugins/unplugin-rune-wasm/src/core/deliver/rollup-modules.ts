import { posix } from "node:path";
import type { AssetContext } from "./emit-asset.ts";
import type { EmitModule } from "./bytes-source.ts";
import { formatUnsuitable } from "./messages.ts";

/** Imports of files in the output of Rollup, Rolldown and Vite. */
export interface RollupModules {
  /** Forgets what was imported in the build before. */
  begin(): void;
  createEmitter(context: AssetContext, file: string): EmitModule;
  /** Has the bundler leave the imports alone. */
  resolve(source: string): { id: string; external: true; moduleSideEffects: false } | undefined;
  /** @throws Error where the output cannot import files. */
  renderStart(options: { format: string }): void;
  renderChunk: {
    order: "pre";
    handler(
      this: { getFileName(reference: string): string },
      code: string,
      chunk: { fileName: string },
    ): { code: string; map: null } | null;
  };
}

/** What generated code imports until it is known where the files are. */
export const MODULE_IMPORT: RegExp = /^rune-wasm:/;

export function createRollupModules(): RollupModules {
  let imported: string | undefined;
  return {
    begin() {
      imported = undefined;
    },
    createEmitter: (context, file) => (name, source) => {
      imported = file;
      return `rune-wasm:${context.emitFile({ type: "asset", name, source })}`;
    },
    resolve: (source) =>
      MODULE_IMPORT.test(source) ? { id: source, external: true, moduleSideEffects: false } : undefined,
    renderStart({ format }) {
      if (imported !== undefined && format !== "es") throw formatUnsuitable(imported, format, '`output.format: "es"`');
    },
    renderChunk: {
      // Import statements stand on lines of their own, as long as nobody has made the code smaller.
      order: "pre",
      handler(code, { fileName }) {
        const folder = posix.dirname(fileName);
        const placed = code.replaceAll(/(["'])rune-wasm:([\w$-]+)\1/g, (_, _quote, reference: string) => {
          const path = posix.relative(folder, this.getFileName(reference));
          return JSON.stringify(path.startsWith(".") ? path : `./${path}`);
        });
        return placed === code ? null : { code: placed, map: null };
      },
    },
  };
}
