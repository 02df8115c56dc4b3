import { readFileSync } from "node:fs";
import { dirname, isAbsolute, relative } from "node:path";
import { formatUnserved, isInside, type MayServe } from "@rune/bundlers";
import { compileView } from "@rune/compiler/html";
import { BuildError, formatDiagnostic, type MarkupPolicy } from "@rune/schema";

/** The project whose views are compiled. */
export interface ViewProject {
  /** Folder that paths in messages start from. */
  root: string;
  /** Which files a development server may serve; without it there is no limit. */
  mayServe?: MayServe | undefined;
}

/** The part of a bundler's hook that compiling needs. */
export interface LoadContext {
  addWatchFile(path: string): void;
  warn(message: string): void;
}

/**
 * Compiles an HTML file to the code of a module that exports its view.
 *
 * @throws BuildError with the compiler's errors
 */
export function compileFile(path: string, project: ViewProject, policy: MarkupPolicy, context: LoadContext): string {
  const { root, mayServe } = project;
  // What no resolver has found arrives as it is written in the import.
  if (!isAbsolute(path)) throw new Error(`unplugin-rune-view: there is no file ${path}`);
  if (mayServe && !mayServe(path)) throw formatUnserved("unplugin-rune-view", path);
  const base = isInside(root, path) ? root : dirname(path);
  const file = relative(base, path).replaceAll("\\", "/");
  context.addWatchFile(path);
  const name = file.replace(/^.*\//, "").replace(/\.html$/, "");
  const { view, diagnostics } = compileView(
    { file, name, source: readFileSync(path, "utf8") },
    { policy, names: "open" },
  );
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === "warning") context.warn(formatDiagnostic(diagnostic));
  }
  if (!view) throw new BuildError(diagnostics, () => path);
  return `export default ${JSON.stringify(view)};\n`;
}
