import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BuildOptions, Environment, Plugin, UserConfig } from "vite";
import type { AppBuild } from "../app-build.ts";
import { EMPTY_ENTRY } from "../empty-entry.ts";
import { createRollupHooks, isInput, type EmitContext } from "./rollup.ts";

/** The hooks for Vite. In development nothing is emitted: a preset serves the package. */
export function createViteHooks(app: AppBuild): Partial<Plugin> {
  let isBuild = true;
  let hasInput = false;
  let inform: (text: string) => void = console.info;
  const rollup = createRollupHooks(app, (text) => inform(text));
  return {
    ...(rollup as Pick<Plugin, "resolveId" | "load" | "generateBundle" | "closeBundle" | "closeWatcher">),
    config(user, { command }) {
      hasInput = hasViteInput(user, app.writesPages);
      return command === "build" && !hasInput ? { build: createBundleOptions(this.meta.viteVersion) } : undefined;
    },
    configResolved(config) {
      isBuild = config.command === "build";
      inform = (text) => config.logger.info(text);
      const { root, base, publicDir: publicFolder } = config;
      app.configure({ root, release: isBuild, base, hasInput, ...(publicFolder && { publicFolder }) });
    },
    async buildStart() {
      const { environment } = this as { environment?: Environment };
      // The package is of the page, whatever else is built of the project.
      if (isBuild && (!environment || environment.config.consumer === "client"))
        await rollup.buildStart.call(this as EmitContext);
    },
  };
}

/** Whether a project has something for Vite to bundle: by itself that is its `index.html`, if no other page `replaces` it. */
export function hasViteInput({ root = ".", build = {} }: UserConfig, replaces: boolean): boolean {
  const { rollupOptions, rolldownOptions, lib, ssr } = build;
  if (isInput(rollupOptions?.input) || isInput(rolldownOptions?.input) || lib || ssr) return true;
  return !replaces && existsSync(join(resolve(root), "index.html"));
}

/** The bundle's only input. Compiling modules takes what it takes, so no warning about slow plugins. */
function createBundleOptions(version: string): BuildOptions {
  const input = { empty: EMPTY_ENTRY };
  if (Number.parseInt(version, 10) < 8) return { rollupOptions: { input } };
  return { rolldownOptions: { input, checks: { pluginTimings: false } } };
}
