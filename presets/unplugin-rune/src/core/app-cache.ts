import { createHash } from "node:crypto";
import type { RecallApp } from "unplugin-rune-package/internal";
import type { CachedCompiler } from "unplugin-rune-wasm/internal";

/** Keeps apps that were compiled for release: one that is built again loads no compiler. */
export function createAppCache({ recall }: Pick<CachedCompiler, "recall">): RecallApp {
  return (source, options, compile) => {
    const { compileModule: _module, checkViews: _views, processStyle, ...settings } = options;
    // What tools of the project make of its styles depends on more than the app; in development apps are others all the time.
    if (processStyle || !settings.release) return compile(source);
    const files = [...source.files].map(([path, bytes]) => [path, createHash("sha256").update(bytes).digest("hex")]);
    return recall(
      ["app", settings, source.directory, files],
      (path) => source.readOutside?.(path),
      (readOutside) => compile({ ...source, readOutside }),
      ({ output }) => output !== undefined,
    );
  };
}
