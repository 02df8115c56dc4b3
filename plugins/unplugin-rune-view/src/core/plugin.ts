import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { compileView } from "@rune/compiler/html";
import { BuildError, formatDiagnostic, type MarkupPolicy } from "@rune/schema";
import type { UnpluginOptions } from "unplugin";
import type { ResolvedRuneViewOptions } from "./options.ts";

/** `./card.html?view` */
const viewQuery = /\.html\?view$/;

/** The hooks of the view plugin: an HTML file imported with `?view` becomes a module that exports its view. */
export function createViewPlugin(options: ResolvedRuneViewOptions): UnpluginOptions {
  const root = process.cwd();
  const policy: MarkupPolicy = { origins: options.origins, frames: false };
  return {
    name: "unplugin-rune-view",
    enforce: "pre",
    load: {
      filter: { id: viewQuery },
      handler(id) {
        const path = id.replace(/\?view$/, "");
        const file = relative(root, path).replaceAll("\\", "/");
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
  };
}
