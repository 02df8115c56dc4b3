import { readFileSync } from "node:fs";
import { basename, posix } from "node:path";
import type { Compiler } from "webpack";
import type { EmitModule } from "./bytes-source.ts";
import type { CacheFile } from "./emit-cached-file.ts";
import { formatUnsuitable } from "./messages.ts";

const NAME = "unplugin-rune-wasm";

/** A specifier in code: the path of the cached file follows. */
const IMPORTED = /"rune-wasm:((?:[^"\\]|\\.)*)"/g;

/**
 * Imports of files in the output of webpack and Rspack, which have none of their own. The bytes go through a cache on the disk, because a module
 * that the bundler has cached is not generated again.
 */
export function createWebpackModules(compiler: Compiler): (cache: CacheFile, file: string) => EmitModule {
  const { ExternalsPlugin, Compilation, sources } = compiler.webpack;
  new ExternalsPlugin("module", ({ request = "" }, callback) => {
    if (request.startsWith("rune-wasm:")) callback(undefined, `module ${request}`);
    else callback();
  }).apply(compiler);
  compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
    const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
    compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
      for (const [chunk, source] of Object.entries(assets)) {
        if (!/\.[cm]?js$/.test(chunk)) continue;
        const found = [...source.source().toString().matchAll(IMPORTED)];
        if (found.length === 0) continue;
        const placed = new sources.ReplaceSource(source);
        for (const { 0: text, 1: escaped = "", index } of found) {
          const path = JSON.parse(`"${escaped}"`) as string;
          const name = emit(path);
          const way = posix.relative(posix.dirname(chunk), name);
          placed.replace(index, index + text.length - 1, JSON.stringify(way.startsWith(".") ? way : `./${way}`));
        }
        compilation.updateAsset(chunk, placed);
      }
    });
    /** Adds a file to the output. Its name, from the cache, depends on the content. */
    function emit(path: string): string {
      const hash = basename(posix.dirname(path));
      const { assetModuleFilename } = compilation.outputOptions;
      const template = typeof assetModuleFilename === "string" ? assetModuleFilename : "[hash][ext]";
      // For assets it is the hash of the content.
      const data = { filename: basename(path), contentHash: hash };
      const name = compilation.getPath(template.replaceAll("[hash", "[contenthash"), data);
      if (!compilation.getAsset(name)) {
        compilation.emitAsset(name, new sources.RawSource(readFileSync(path)), { immutable: true });
      }
      return name;
    }
  });
  return (cache, file) => {
    if (!compiler.options.output.module) {
      throw formatUnsuitable(file, "a classic script", "`output.module: true` and `experiments.outputModule: true`");
    }
    return (name, bytes) => `rune-wasm:${cache(name, bytes)}`;
  };
}
