import { readFileSync } from "node:fs";
import { dirname, isAbsolute, relative } from "node:path";
import { compileView } from "@rune/compiler/html";
import { BuildError, formatDiagnostic, type MarkupPolicy } from "@rune/schema";
import type { UnpluginOptions } from "unplugin";
import type { ResolvedRuneViewOptions } from "./options.ts";

/** `./card.html?view` */
const viewQuery = /\.html\?view$/;

/** The hooks of the view plugin: an HTML file imported with `?view` becomes a module that exports its view. */
export function createViewPlugin(options: ResolvedRuneViewOptions): UnpluginOptions {
  let root = process.cwd();
  /** Folders that a development server may serve from; without one there is no limit. */
  let allowed: readonly string[] | undefined;
  const policy: MarkupPolicy = { origins: options.origins, frames: false };
  return {
    name: "unplugin-rune-view",
    enforce: "pre",
    load: {
      filter: { id: viewQuery },
      handler(id) {
        const path = id.replace(/\?view$/, "");
        // What no resolver has found arrives as it is written in the import.
        if (!isAbsolute(path)) throw new Error(`unplugin-rune-view: there is no file ${path}`);
        // The server checks what it reads itself; what a plugin loads for it, it gives to whoever asks.
        if (allowed && !allowed.some((folder) => isInside(folder, path))) {
          throw new Error(`unplugin-rune-view: ${path} is outside of the folders of Vite's option \`server.fs.allow\``);
        }
        const base = isInside(root, path) ? root : dirname(path);
        const file = relative(base, path).replaceAll("\\", "/");
        this.addWatchFile(path);
        const name = file.replace(/^.*\//, "").replace(/\.html$/, "");
        const { view, diagnostics } = compileView(
          { file, name, source: readFileSync(path, "utf8") },
          { policy, names: "open" },
        );
        for (const diagnostic of diagnostics) {
          if (diagnostic.severity === "warning") this.warn(formatDiagnostic(diagnostic));
        }
        if (!view) throw new BuildError(diagnostics, () => path);
        return { code: `export default ${JSON.stringify(view)};\n`, map: null };
      },
    },
    vite: {
      configResolved({ root: projectRoot, command, server }) {
        root = projectRoot;
        if (command === "serve" && server.fs.strict) allowed = server.fs.allow;
      },
    },
  };
}

/** A folder may have a name that begins with two dots. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !/^\.\.($|[\\/])/.test(way) && !isAbsolute(way);
}
