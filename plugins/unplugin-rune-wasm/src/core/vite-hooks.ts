import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  assertFolder,
  assertVite,
  assertViteVersion,
  createServerAccess,
  QUIET,
  type BundlerMeta,
} from "@rune/bundlers";
import type { Environment, Plugin, ResolvedConfig } from "vite";
import { isWasmImport } from "./import-id.ts";
import type { LoadContext, WasmPluginOptions, WasmProject } from "./project.ts";

/** What Vite's configuration decides. */
export interface ViteHooks {
  hooks: Pick<Plugin, "options" | "config" | "configEnvironment" | "configResolved" | "hotUpdate">;
  /** Vite's own limit for files that are written into code; `undefined` if it is a function. */
  inlineLimit(): number | undefined;
  /** With which conditions packages are found for what is built now; none before it is known. */
  findConditions(context: LoadContext): readonly string[];
  isServer(): boolean;
  /** Whether what is built now may have files beside the code. */
  emitsFiles(context: LoadContext): boolean;
}

/** Packages that generated code runs on. */
const RUNTIME_PACKAGES = ["unplugin-rune-wasm", "@rune/host", "@rune/schema"];

/** What generated code imports. */
const RUNTIME = ["unplugin-rune-wasm/runtime", "unplugin-rune-wasm/runtime-development"];

/** What the hooks of Vite need besides the project. */
export interface ViteHooksOptions {
  findSettings: WasmPluginOptions["findSettings"];
  /** Creates the same plugin once more. */
  createPlugin(): Plugin;
}

/** Creates the hooks that only Vite has. */
export function createViteHooks(project: WasmProject, { findSettings, createPlugin }: ViteHooksOptions): ViteHooks {
  let config: ResolvedConfig | undefined;
  return {
    hooks: {
      options() {
        assertVite(this.meta as BundlerMeta);
      },
      config({ root = process.cwd() }, { command }) {
        assertViteVersion(this);
        assertFolder("Vite", resolve(root));
        return {
          // Workers are built by themselves, with plugins of their own.
          worker: { plugins: () => [createPlugin()] },
          // A plugin is installed where things are built, and need not be where they run.
          ...(command === "build" && { ssr: { noExternal: RUNTIME_PACKAGES } }),
          // Found only while the page loads, it would load the page again.
          ...(command === "serve" && isFound(root) && { optimizeDeps: { include: RUNTIME } }),
        };
      },
      async configEnvironment(_name, { resolve: found }) {
        const { target } = (await findSettings()).options;
        // Servers' output has no files by itself.
        return target === "workerd" || found?.conditions?.includes("workerd") ? { build: { emitAssets: true } } : null;
      },
      configResolved(resolved) {
        config = resolved;
        const { root, command } = resolved;
        project.configure({ root, development: command !== "build", mayServe: createServerAccess(resolved) });
      },
      async hotUpdate({ modules }) {
        const affected = modules.flatMap((module) => [module, ...module.importers]);
        if (affected.some(({ id }) => id !== null && isWasmImport(id))) await delay(QUIET);
      },
    },
    inlineLimit() {
      const limit = config?.build.assetsInlineLimit;
      return typeof limit === "number" ? limit : undefined;
    },
    findConditions(context) {
      const { environment } = context as { environment?: Environment };
      return environment?.config.resolve.conditions ?? [];
    },
    isServer: () => config?.command === "serve",
    emitsFiles(context) {
      // As Vite has it: the files of a library are written into its code.
      if (config?.command !== "build" || config.build.lib) return false;
      const { environment } = context as { environment?: Environment };
      return !environment || environment.config.consumer === "client" || environment.config.build.emitAssets;
    },
  };
}

/** Packages may see no more than their own dependencies. */
function isFound(root: string): boolean {
  try {
    createRequire(join(root, "package.json")).resolve("unplugin-rune-wasm/runtime");
    return true;
  } catch {
    return false;
  }
}
