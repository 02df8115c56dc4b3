import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative } from "node:path";
import { BuildError, formatDiagnostic } from "@rune/schema";
import type { UnpluginOptions } from "unplugin";
import { createDeclarations } from "./declarations.ts";
import { generateBindings } from "./generate-bindings.ts";
import { createModuleCompiler } from "./module-compiler.ts";
import type { ResolvedRuneWasmOptions } from "./options.ts";

/** `./math.ts?wasm`, `./math.ts?wasm&init` */
const wasmQuery = /\.ts\?wasm(?:&init)?$/;

/** The hooks of the WASM plugin: a module imported with `?wasm` becomes bindings to its compiled form. */
export function createWasmPlugin(options: ResolvedRuneWasmOptions): UnpluginOptions {
  const compiler = createModuleCompiler();
  let root = process.cwd();
  let isBuild = true;
  /** Folders that a development server may serve from; without one there is no limit. */
  let allowed: readonly string[] | undefined;
  let declarations = options.dts === false ? undefined : createDeclarations(root, options.dts);
  // Elsewhere the worker waits for the end of the process, which it does not hold up.
  const closeBundle = (): Promise<void> => compiler.close();
  return {
    name: "unplugin-rune-wasm",
    enforce: "pre",
    load: {
      filter: { id: wasmQuery },
      async handler(id) {
        const [path = "", query] = id.split("?");
        // The server checks what it reads itself; what a plugin loads for it, it gives to whoever asks.
        if (allowed && !allowed.some((folder) => isInside(folder, path))) {
          throw new Error(`unplugin-rune-wasm: ${path} is outside of the folders of Vite's option \`server.fs.allow\``);
        }
        const base = isInside(root, path) ? root : dirname(path);
        const file = relative(base, path).replaceAll("\\", "/");
        this.addWatchFile(path);
        const { module, diagnostics } = await compiler.compile(
          {
            file,
            source: await readFile(path, "utf8"),
            readFile: (dependency) => {
              // A file that is not there yet may appear.
              this.addWatchFile(join(base, dependency));
              return readTextFile(join(base, dependency));
            },
          },
          { release: options.release ?? isBuild, memoryPages: options.memoryPages },
        );
        for (const diagnostic of diagnostics) {
          if (diagnostic.severity === "warning") this.warn(formatDiagnostic(diagnostic));
        }
        if (!module) throw new BuildError(diagnostics, (each) => join(base, each));
        if (module.declaration !== undefined && isInside(root, path)) {
          await declarations?.write(file, module.declaration);
        }
        return { code: generateBindings(file, module, query === "wasm&init" ? "init" : "ready"), map: null };
      },
    },
    vite: {
      configResolved(config) {
        root = config.root;
        declarations = options.dts === false ? undefined : createDeclarations(root, options.dts);
        isBuild = config.command === "build";
        if (!isBuild && config.server.fs.strict) allowed = config.server.fs.allow;
      },
      closeBundle,
    },
    rollup: { closeBundle },
    rolldown: { closeBundle },
  };
}

/** A folder may have a name that begins with two dots. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !/^\.\.($|[\\/])/.test(way) && !isAbsolute(way);
}

/** `undefined` when there is no such file. */
function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
