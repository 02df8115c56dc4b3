import { Buffer } from "node:buffer";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { formatDiagnostic, type Diagnostic } from "@rune/schema";
import type { Compilation, Compiler } from "webpack";
import type { BundlerApp, BundlerOutput } from "../bundler-app.ts";

const NAME = "unplugin-rune-package";

/** Builds while webpack, or Rspack, makes its modules, and emits what came of it. */
export function applyToWebpack(compiler: Compiler, app: BundlerApp): void {
  const { options, context } = compiler;
  const { publicPath } = options.output;
  const hasInput = hasEntry(compiler);
  const logger = compiler.getInfrastructureLogger(NAME);
  app.configure(
    {
      root: context,
      release: options.mode !== "development",
      base: typeof publicPath === "string" && publicPath !== "auto" ? publicPath : "/",
      hasInput,
      tell: (text) => logger.info(text),
    },
    compiler,
  );
  if (!hasInput) options.entry = {};
  const results = new WeakMap<Compilation, BundlerOutput>();

  compiler.hooks.make.tapPromise(NAME, async (compilation) => {
    const result = await app.run();
    results.set(compilation, result);
    for (const path of result.watchedFiles) {
      (existsSync(path) ? compilation.fileDependencies : compilation.missingDependencies).add(path);
    }
    compilation.contextDependencies.addAll(result.watchedFolders);
    for (const diagnostic of result.warnings) compilation.warnings.push(createError(compiler, diagnostic, result.root));
    for (const diagnostic of result.error?.diagnostics ?? []) {
      if (diagnostic.severity === "error") compilation.errors.push(createError(compiler, diagnostic, result.root));
    }
    const logger = compilation.getLogger(NAME);
    for (const note of result.notes) logger.info(note);
  });
  compiler.hooks.compilation.tap(NAME, (compilation) => {
    // What marks scripts and styles would break the package's digests; what compresses files beside them comes later.
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER - 1;
    compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
      const { RawSource } = compiler.webpack.sources;
      for (const [path, content] of results.get(compilation)?.files ?? []) {
        const source = new RawSource(typeof content === "string" ? content : Buffer.from(content));
        // Minifiers come to whatever is new, however late, but for this.
        compilation.emitAsset(path, source, { minimized: true });
      }
    });
  });
  compiler.hooks.shutdown.tapPromise(NAME, () => app.close());
}

/** What webpack finds in `src` by itself. */
const INDEX = /^(?:index\.(?:[cm]?[jt]sx?|json|wasm)|package\.json)$/;

/** Whether the project has an entry: one that it names, or the one that webpack takes if it names none. */
function hasEntry({ options, context }: Compiler): boolean {
  const { entry } = options;
  if (typeof entry === "function") return true;
  if (Object.values(entry).some((each) => each.import !== undefined)) return true;
  const folder = join(context, "src");
  return existsSync(folder) && readdirSync(folder).some((name) => INDEX.test(name));
}

function createError(compiler: Compiler, diagnostic: Diagnostic, root: string): Error & { file?: string } {
  const error = new compiler.webpack.WebpackError(formatDiagnostic(diagnostic));
  error.name = "RuneError";
  error.hideStack = true;
  error.stack = "";
  if (diagnostic.file !== undefined) error.file = join(root, diagnostic.file);
  if (diagnostic.range) error.loc = { start: diagnostic.range.start, end: diagnostic.range.end };
  return error;
}
