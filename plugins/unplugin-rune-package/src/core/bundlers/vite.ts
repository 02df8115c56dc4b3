import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { assertFolder, assertVite, assertViteVersion, type BundlerMeta } from "@rune/bundlers";
import type { BuildOptions, Environment, Plugin } from "vite";
import type { BundlerApp } from "../bundler-app.ts";
import { EMPTY_ENTRY } from "../empty-entry.ts";
import { createRollupHooks, isInput } from "./rollup.ts";

/** The hooks for Vite. In development nothing is emitted: a preset serves the package. */
export function createViteHooks(app: BundlerApp): Partial<Plugin> {
  let isBuild = true;
  let inform: (text: string) => void = console.info;
  const rollup = createRollupHooks(app, {
    inform: (text) => inform(text),
    isWanted(context) {
      const { environment } = context as { environment?: Environment };
      // The package is of the page, whatever else is built of the project.
      return isBuild && (!environment || environment.config.consumer === "client");
    },
  });
  return {
    ...(rollup as Pick<Plugin, keyof typeof rollup>),
    options() {
      assertVite(this.meta as BundlerMeta);
    },
    async config({ root = ".", base = "/", publicDir, build }, { command, isPreview }) {
      assertViteVersion(this);
      assertFolder("Vite", resolve(root));
      const hasInput = hasOwnInput(build);
      // Vite says later which its public folder is.
      const known = { root: resolve(root), release: command === "build", base, hasInput, publicFolder: false } as const;
      app.configure(known, this);
      const { settings, setup } = await app.prepare();
      const shared = publicDir === undefined && settings.publicDir !== undefined && { publicDir: settings.publicDir };
      if (command === "build") {
        const hasPage = existsSync(join(setup.root, "index.html"));
        const isEmpty = !hasInput && (settings.writesPages || !hasPage);
        return { ...shared, ...(isEmpty && { build: createBundleOptions(this.meta.viteVersion) }) };
      }
      // In development pages are made on request; a preview serves the written ones, as static hosts do.
      return { ...shared, ...(settings.writesPages && !isPreview && ({ appType: "custom" } as const)) };
    },
    async configResolved(config) {
      isBuild = config.command === "build";
      inform = (text) => config.logger.info(text);
      const tell = (text: string): void => config.logger.info(text, { timestamp: !isBuild });
      const { root, base, build, publicDir } = config;
      const publicFolder = (!isBuild || build.copyPublicDir) && publicDir;
      app.configure(
        { root, release: isBuild, hot: !isBuild, base, hasInput: hasOwnInput(build), publicFolder, tell },
        config,
      );
      await app.prepare();
      if (!isBuild) await app.claim();
    },
  };
}

/** Whether a project names something for Vite to bundle. By itself that is its `index.html`. */
function hasOwnInput({ rollupOptions, rolldownOptions, lib, ssr }: BuildOptions = {}): boolean {
  const inputs = [rollupOptions?.input, rolldownOptions?.input].filter((input) => !isEmptyEntry(input));
  return inputs.some(isInput) || Boolean(lib) || Boolean(ssr);
}

/** What this plugin itself has put there. */
function isEmptyEntry(input: unknown): boolean {
  return typeof input === "object" && input !== null && Object.values(input).join() === EMPTY_ENTRY;
}

/** The bundle's only input. Compiling modules takes what it takes, so no warning about slow plugins. */
function createBundleOptions(version: string): BuildOptions {
  const input = { empty: EMPTY_ENTRY };
  if (Number.parseInt(version, 10) < 8) return { rollupOptions: { input } };
  return { rolldownOptions: { input, checks: { pluginTimings: false } } };
}
