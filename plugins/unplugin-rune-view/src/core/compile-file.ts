import { readFileSync } from "node:fs";
import { dirname, isAbsolute, relative } from "node:path";
import { compileView } from "@rune/compiler/html";
import { BuildError, formatDiagnostic, type MarkupPolicy } from "@rune/schema";

/** The project whose views are compiled. */
export interface ViewProject {
  /** Folder that paths in messages start from. */
  root: string;
  /** Folders that a development server may serve from; without them there is no limit. */
  allowed?: readonly string[];
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
  const { root, allowed } = project;
  // What no resolver has found arrives as it is written in the import.
  if (!isAbsolute(path)) throw new Error(`unplugin-rune-view: there is no file ${path}`);
  // The server checks what it reads itself; what a plugin loads for it, it gives to whoever asks.
  if (allowed && !allowed.some((folder) => isInside(folder, path))) {
    throw new Error(`unplugin-rune-view: ${path} is outside of the folders of Vite's option \`server.fs.allow\``);
  }
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

/** A folder may have a name that begins with two dots. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !/^\.\.($|[\\/])/.test(way) && !isAbsolute(way);
}
