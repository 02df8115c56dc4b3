import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative } from "node:path";
import { formatUnserved, type MayServe } from "@rune/compiler/bundlers";
import type { CompiledModule } from "@rune/compiler/engines";
import { BuildError, formatDiagnostic } from "@rune/schema";
import { createCachedCompiler } from "./cache/create-cached-compiler.ts";
import { createDeclarations, type Declarations } from "./declarations.ts";
import { isInside } from "./is-inside.ts";
import type { ResolvedRuneWasmOptions } from "./options.ts";

/** What the bundler says of itself before it builds. */
export interface ProjectSetup {
  /** Folder that paths in messages start from. */
  root: string;
  /** No build for production. */
  development: boolean;
  /** Which files a development server may serve; without it there is no limit. */
  mayServe?: MayServe | undefined;
}

/** The part of a bundler's hook that compiling needs. */
export interface LoadContext {
  addWatchFile(path: string): void;
  warn(message: string): void;
}

/** The modules of the project that is built. */
export interface WasmProject {
  /** Takes what the bundler says of itself. Until then the root is the process's folder, and the build is for production. */
  configure(setup: ProjectSetup): void;
  readonly root: string;
  /**
   * Compiles a module and declares what it gives.
   * @throws BuildError with the compiler's errors.
   */
  compile(path: string, context: LoadContext): Promise<{ file: string; module: CompiledModule }>;
  close(): Promise<void>;
}

/** Creates the project of one plugin. */
export function createProject(options: ResolvedRuneWasmOptions): WasmProject {
  const compiler = createCachedCompiler(() => (options.cache ? setup.root : undefined));
  let setup: ProjectSetup = { root: process.cwd(), development: false };
  let declarations: Declarations | undefined;
  let declared: string | undefined;

  async function declare(file: string, declaration: string, context: LoadContext): Promise<void> {
    if (options.dts === false) return;
    if (declared !== setup.root) declarations = createDeclarations(setup.root, options.dts);
    declared = setup.root;
    try {
      await declarations?.write(file, declaration);
    } catch (error) {
      // Nothing of what is built depends on it.
      context.warn(`unplugin-rune-wasm: the types of ${file} could not be declared: ${(error as Error).message}`);
    }
  }

  return {
    configure(next) {
      setup = next;
    },
    get root() {
      return setup.root;
    },
    async compile(path, context) {
      const { root, mayServe, development } = setup;
      // What no resolver has found arrives as it is written in the import.
      if (!isAbsolute(path)) throw new Error(`unplugin-rune-wasm: there is no file ${path}`);
      if (mayServe && !mayServe(path)) throw formatUnserved("unplugin-rune-wasm", path);
      const base = isInside(root, path) ? root : dirname(path);
      const file = relative(base, path).replaceAll("\\", "/");
      context.addWatchFile(path);
      const release = options.release ?? !development;
      const missing: string[] = [];
      const { module, diagnostics } = await compiler.compile(
        {
          file,
          source: await readFile(path, "utf8"),
          readFile: (dependency) => {
            const text = readTextFile(join(base, dependency));
            if (text === undefined) missing.push(join(base, dependency));
            else context.addWatchFile(join(base, dependency));
            return text;
          },
        },
        // A project without a `tsconfig.json` has no checks of its own that its modules would have to pass.
        { release, memoryPages: options.memoryPages, sourceMap: release ? false : "inline", strict: false },
      );
      for (const diagnostic of diagnostics) {
        if (diagnostic.severity === "warning") context.warn(formatDiagnostic(diagnostic));
      }
      // What is missing may appear. Of a module that does without, Vite would take it for an import.
      if (!module) for (const each of missing) context.addWatchFile(each);
      if (!module) throw new BuildError(diagnostics, (each) => join(base, each));
      if (module.declaration !== undefined && isInside(root, path)) await declare(file, module.declaration, context);
      return { file, module };
    },
    close: () => compiler.close(),
  };
}

/** `undefined` when there is no such file. */
function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
