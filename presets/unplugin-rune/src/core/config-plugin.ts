import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createAppBuilder, type BuilderSlot } from "unplugin-rune-package";
import type { ModuleCompiler } from "unplugin-rune-wasm";
import type { Plugin } from "vite";
import { HOST_ENTRY } from "./host-entry-plugin.ts";
import type { HostPagesState } from "./host-pages-state.ts";
import type { ResolvedRuneOptions } from "./options.ts";

/** Fits Vite to an app: decides about host pages, and creates the builder that the other plugins share. */
export function createConfigPlugin(
  options: ResolvedRuneOptions,
  slot: BuilderSlot,
  state: HostPagesState,
  compiler: ModuleCompiler,
): Plugin {
  return {
    name: "unplugin-rune",
    enforce: "pre",
    config(user) {
      const ownPage = existsSync(join(resolve(user.root ?? "."), "index.html"));
      state.enabled = options.pages ?? !ownPage;
      if (!state.enabled) return undefined;
      return { appType: "custom", build: { rollupOptions: { input: { app: HOST_ENTRY } } } };
    },
    configResolved(config) {
      slot.builder = createAppBuilder({
        ...options.package,
        compileModule: (input, moduleOptions) => compiler.compile(input, moduleOptions),
        root: config.root,
        release: config.command === "build",
      });
      state.icon = !["favicon.svg", "favicon.ico"].some((file) => existsSync(join(config.publicDir, file)));
      if (!state.enabled) {
        config.logger.info("rune: the project has its own index.html, so no host pages are written (option `pages`)");
      }
    },
    async closeBundle() {
      await compiler.close();
    },
  };
}
