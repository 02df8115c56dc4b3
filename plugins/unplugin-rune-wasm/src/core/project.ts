import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative } from "node:path";
import { formatUnserved, isInside, type MayServe } from "@rune/bundlers";
import type { CompiledModule } from "@rune/compiler/engines";
import { BuildError, formatDiagnostic } from "@rune/schema";
import type { CachedCompiler } from "./cache/cached-compiler.ts";
import { createCachedCompiler } from "./cache/create-cached-compiler.ts";
import { createDeclarations, type Declarations } from "./declarations.ts";
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

/** What a project says of its modules. */
export interface WasmSettings {
  readonly options: ResolvedRuneWasmOptions;
  /** Absolute path of the project, where it is another folder than the bundler's. */
  readonly root?: string | undefined;
}

/** What a plugin is made of. */
export interface WasmPluginOptions {
  /** Finds the settings, which may have come from a file of the project; asked once the bundler has said where that is. May throw. */
  findSettings(): Promise<WasmSettings>;
  /**
   * Compiles. Who gives one closes it.
   * @default one of the plugin's own
   */
  readonly compiler?: CachedCompiler;
}

/** A compiled module, and what it was compiled by. */
export interface ProjectModule {
  /** What the module is called in messages. */
  readonly file: string;
  readonly module: CompiledModule;
  readonly root: string;
  readonly options: ResolvedRuneWasmOptions;
}

/** The modules of the project that is built. */
export interface WasmProject {
  /** Takes what the bundler says of itself. Until then the root is the process's folder, and the build is for production. */
  configure(setup: ProjectSetup): void;
  /**
   * Compiles a module and declares what it gives.
   * @throws BuildError with the compiler's errors.
   */
  compile(path: string, context: LoadContext): Promise<ProjectModule>;
  close(): Promise<void>;
}

/** Creates the project of one plugin. */
export function createProject({ findSettings, compiler: shared }: WasmPluginOptions): WasmProject {
  let cached: string | undefined;
  const compiler = shared ?? createCachedCompiler(() => cached);
  let setup: ProjectSetup = { root: process.cwd(), development: false };
  let declarations: Declarations | undefined;
  let declared: string | undefined;

  async function declare({ file, module, root, options: { dts } }: ProjectModule, context: LoadContext): Promise<void> {
    if (module.declaration === undefined || dts === false) return;
    const key = JSON.stringify([root, dts]);
    if (declared !== key) declarations = createDeclarations(root, dts);
    declared = key;
    try {
      await declarations?.write(file, module.declaration);
    } catch (error) {
      // Nothing of what is built depends on it.
      context.warn(`unplugin-rune-wasm: the types of ${file} could not be declared: ${(error as Error).message}`);
    }
  }

  return {
    configure(next) {
      setup = next;
    },
    async compile(path, context) {
      const { mayServe, development } = setup;
      const { options, root = setup.root } = await findSettings();
      cached = options.cache ? root : undefined;
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
      const compiled = { file, module, root, options };
      if (isInside(root, path)) await declare(compiled, context);
      return compiled;
    },
    close: async () => (shared ? undefined : compiler.close()),
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
