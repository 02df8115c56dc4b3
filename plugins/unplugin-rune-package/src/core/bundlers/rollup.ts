import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { assertRollup, createLifecycle, QUIET, type BundlerMeta, type Lifecycle } from "@rune/bundlers";
import { formatDiagnostic } from "@rune/schema";
import type { BundlerApp } from "../bundler-app.ts";
import { EMPTY_ENTRY } from "../empty-entry.ts";
import { createArrivals, type Arrivals } from "./arrivals.ts";

/** The part of the context of Rollup's hooks that is used; Rolldown and Vite have the same. */
export interface EmitContext {
  readonly meta: { readonly watchMode: boolean };
  addWatchFile(path: string): void;
  warn(message: string): void;
  info(message: string): void;
  emitFile(file: { type: "asset"; fileName: string; source: Uint8Array | string }): string;
}

/** The hooks that Vite, Rollup and Rolldown have in common. */
export interface RollupHooks extends Pick<Lifecycle["hooks"], "closeBundle" | "closeWatcher"> {
  buildStart(this: EmitContext): Promise<void>;
  resolveId(id: string): string | undefined;
  load(id: string): { code: string; moduleSideEffects: "no-treeshake" } | undefined;
  generateBundle(
    options: unknown,
    bundle: Record<string, { type: "asset" | "chunk"; facadeModuleId?: string | null }>,
  ): void;
}

/** What Vite has a hook of its own for. */
export interface InputHook {
  options<Options extends { input?: unknown; plugins?: unknown }>(
    this: { meta: BundlerMeta & { watchMode: boolean }; info(message: string): void },
    options: Options,
  ): Options;
}

const EMPTY_ID = `\0${EMPTY_ENTRY}`;

/** What bundlers with these hooks differ in. */
interface RollupHookOptions {
  /**
   * Takes what there is to tell.
   * @default the bundler's own hook
   */
  readonly inform?: (text: string) => void;
  /**
   * Whether the package belongs to what is built.
   * @default always
   */
  readonly isWanted?: (context: EmitContext) => boolean;
}

/** Builds when the bundler begins, and emits what came of it. */
export function createRollupHooks(app: BundlerApp, { inform, isWanted }: RollupHookOptions = {}): RollupHooks {
  let isFirst = true;
  let arrivals: Arrivals | undefined;
  const lifecycle = createLifecycle(async () => {
    arrivals?.close();
    arrivals = undefined;
    await app.close();
  });

  function watch(context: EmitContext, paths: readonly string[]): void {
    for (const path of paths) context.addWatchFile(path);
    if (!context.meta.watchMode) return;
    arrivals ??= createArrivals();
    arrivals.expect(paths.filter((path) => !existsSync(path)));
    context.addWatchFile(arrivals.signal);
  }

  return {
    ...lifecycle.hooks,
    async buildStart() {
      lifecycle.begin();
      if (isWanted && !isWanted(this)) return;
      if (this.meta.watchMode && !isFirst) await delay(QUIET);
      isFirst = false;
      const { files, watchedFiles, watchedFolders, warnings, error, notes } = await app.run();
      watch(this, [...watchedFiles, ...watchedFolders]);
      for (const diagnostic of warnings) this.warn(formatDiagnostic(diagnostic));
      if (error) throw error;
      for (const [fileName, source] of files) this.emitFile({ type: "asset", fileName, source });
      for (const note of notes) {
        if (inform) inform(note);
        else this.info(note);
      }
    },
    resolveId: (id) => (id === EMPTY_ENTRY ? EMPTY_ID : undefined),
    load: (id) => (id === EMPTY_ID ? { code: "export {};", moduleSideEffects: "no-treeshake" } : undefined),
    generateBundle(_options, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type === "chunk" && output.facadeModuleId === EMPTY_ID) delete bundle[name];
      }
    },
  };
}

/** Sees what the project gives Rollup and Rolldown to bundle. */
export function createInputHook(app: BundlerApp): InputHook {
  return {
    options(options) {
      assertRollup(this.meta);
      const hasInput = isInput(options.input);
      // The list is the user's, whatever other plugins make of the options around it.
      const { plugins } = options as { plugins?: object };
      const tell = (text: string): void => this.info(text);
      const root = process.cwd();
      app.configure({ root, release: !this.meta.watchMode, base: "/", hasInput, tell }, plugins ?? options);
      return hasInput ? options : { ...options, input: EMPTY_ENTRY };
    },
  };
}

/** Whether a bundler has been given something to bundle: a path, a list of them, or some with names. */
export function isInput(input: unknown): boolean {
  return typeof input === "object" && input !== null ? Object.keys(input).length > 0 : Boolean(input);
}
