import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Jiti, ModuleCache } from "jiti";

/** The name by which an evaluated module reaches what imports for it. */
const HOOK = "rune:import";

/** Comes before the code of each evaluated module, on its first line: places are the author's. */
const PRELUDE = `({ jitiImport, require } = require("${HOOK}")(require, __filename));`;

/** How the module in a file imports. */
type CreateImporter = (own: Jiti, file: string) => { jitiImport: (id: string) => unknown; require: unknown };

/**
 * Creates what evaluates modules of a project. Node keeps what it imports by itself, so each file that is imported by its path is read and evaluated here,
 * whatever its kind.
 *
 * @param modules where they are kept, by the paths of their files
 * @param onFile is told the absolute path of each file that is imported by its path, before it is read
 */
export async function createEvaluator(modules: ModuleCache, onFile: (path: string) => void): Promise<Jiti> {
  // Most projects have no configuration, and need nothing that reads it.
  const { createJiti } = await import("jiti");
  const { transform } = createJiti(import.meta.url, { fsCache: false });

  const createImporter: CreateImporter = (own, file) => {
    function importPath(id: string, isAsync: boolean): unknown {
      const importAsJiti = (): unknown => (isAsync ? own.import(id) : own(id));
      if (!/^\.{1,2}(\/|$)/.test(id) || file.includes(`${sep}node_modules${sep}`)) return importAsJiti();
      const url = own.esmResolve(id, { try: true });
      const path = url === undefined ? join(dirname(file), id) : fileURLToPath(url);
      onFile(path);
      // Of a circle it gives what is there already; of what is missing, the error.
      if (url === undefined || modules[path]) return importAsJiti();
      if (!own.options.extensions?.includes(extname(path))) {
        delete createRequire(file).cache[path];
        return importAsJiti();
      }
      const options = { id, filename: path, ext: extname(path), async: isAsync, cache: modules, forceTranspile: true };
      return own.evalModule(readFileSync(path, "utf8"), options);
    }
    return {
      jitiImport: async (id) => importPath(id, true),
      require: Object.assign((id: string) => importPath(id, false), own),
    };
  };

  return createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    // Without it the default import of a module of CommonJS is nothing.
    interopDefault: true,
    virtualModules: { [HOOK]: createImporter },
    transform: (options) => ({ code: transform(options).replace(/^("use strict";)?/, `$1${PRELUDE}`) }),
  });
}
