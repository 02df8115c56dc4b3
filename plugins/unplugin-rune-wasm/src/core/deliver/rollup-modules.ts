import { posix } from "node:path";
import type { AssetContext } from "./emit-asset.ts";
import type { EmitModule } from "./bytes-source.ts";
import { findBuild } from "./find-build.ts";
import { formatUnsuitable } from "./messages.ts";

/** Imports of files in the output of Rollup, Rolldown and Vite. */
export interface RollupModules {
  /** A build begins; `context` is that of its hooks. */
  begin(context: object): void;
  createEmitter(context: AssetContext, file: string, build: object): EmitModule;
  /** Has the bundler leave the imports alone. */
  resolve(source: string): { id: string; external: true; moduleSideEffects: false } | undefined;
  /** @throws Error where the output cannot import files. */
  renderStart(this: object, options: { format: string }): void;
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
  /** What each build that runs imports, as messages call it. */
  const imported = new WeakMap<object, string>();
  return {
    begin(context) {
      imported.delete(findBuild(context));
    },
    createEmitter: (context, file, build) => (name, source) => {
      imported.set(build, file);
      return `rune-wasm:${context.emitFile({ type: "asset", name, source })}`;
    },
    resolve: (source) =>
      MODULE_IMPORT.test(source) ? { id: source, external: true, moduleSideEffects: false } : undefined,
    renderStart({ format }) {
      const file = imported.get(findBuild(this));
      if (file !== undefined && format !== "es") throw formatUnsuitable(file, format, '`output.format: "es"`');
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
