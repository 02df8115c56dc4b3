import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createAppBuilder, type BuilderSlot } from "unplugin-rune-package";
import type { ModuleCompiler } from "unplugin-rune-wasm";
import { version, type BuildOptions, type Plugin } from "vite";
import { assertOrigins } from "./assert-origins.ts";
import { HOST_ENTRY, NO_ENTRY } from "./host-entry-plugin.ts";
import type { HostPagesState } from "./host-pages-state.ts";
import type { ResolvedRuneOptions } from "./options.ts";
import { listInstalled } from "./runtime.ts";

/** Fits Vite to an app: decides about host pages, and creates the builder that the other plugins share. */
export function createConfigPlugin(
  options: ResolvedRuneOptions,
  slot: BuilderSlot,
  state: HostPagesState,
  compiler: ModuleCompiler,
): Plugin {
  let ownPage = false;
  return {
    name: "unplugin-rune",
    enforce: "pre",
    config(user, { command, isPreview }) {
      ownPage = existsSync(join(resolve(user.root ?? "."), "index.html"));
      state.enabled = options.pages ?? !ownPage;
      if (!state.enabled) {
        const isEmpty = command === "build" && !ownPage && !hasInput(user.build);
        return isEmpty ? { build: createBundleOptions({ none: NO_ENTRY }) } : undefined;
      }
      if (options.policy) assertOrigins(options.package.capabilities);
      if (command === "build") {
        // Rolldown misses files in new folders while it hears of many files that others open, such as these.
        const watch = user.build?.watch && { exclude: listInstalled() };
        return { build: { ...createBundleOptions({ app: HOST_ENTRY }), ...(watch && { watch }) } };
      }
      // In development the host pages are made on request; a preview serves the written ones, as static hosts do.
      return isPreview ? undefined : { appType: "custom" };
    },
    configResolved(config) {
      slot.builder = createAppBuilder({
        ...options.package,
        compileModule: (input, moduleOptions) => compiler.compile(input, moduleOptions),
        checkViews: (input) => compiler.checkViews(input),
        root: config.root,
        release: config.command === "build",
      });
      state.icon = !["favicon.svg", "favicon.ico"].some((file) => existsSync(join(config.publicDir, file)));
      if (!state.enabled && ownPage) {
        config.logger.info("rune: the project has its own index.html, so no host pages are written (option `pages`)");
      }
    },
    async closeBundle() {
      await compiler.close();
    },
  };
}

/** Whether the project builds something besides the app. */
function hasInput({ rollupOptions, rolldownOptions, lib, ssr }: BuildOptions = {}): boolean {
  return Boolean(rollupOptions?.input ?? rolldownOptions?.input ?? lib ?? ssr);
}

/** The bundle's only input. Compiling modules takes what it takes, so no warning about slow plugins. */
function createBundleOptions(input: Record<string, string>): BuildOptions {
  // Host pages preload what they need; Vite's own preloading would only add to the script.
  const common = { modulePreload: false } as const;
  if (Number.parseInt(version, 10) < 8) return { ...common, rollupOptions: { input } };
  return { ...common, rolldownOptions: { input, checks: { pluginTimings: false } } };
}
