import { resolve } from "node:path";
import { hasViteInput } from "unplugin-rune-package";
import type { Plugin } from "vite";
import type { Preset } from "../preset.ts";

/** Fits Vite to an app. */
export function createConfigPlugin({ app, hasPages }: Preset): Plugin {
  return {
    name: "unplugin-rune",
    config(user, { command, isPreview }) {
      const setup = { root: resolve(user.root ?? "."), hasInput: hasViteInput(user, app.writesPages) };
      // In development host pages are made on request; a preview serves the written ones, as static hosts do.
      return command === "serve" && !isPreview && hasPages(setup) ? { appType: "custom" } : undefined;
    },
    configResolved({ logger }) {
      const { setup } = app;
      if (setup.hasInput && !hasPages(setup)) {
        logger.info(
          "rune: the project has a page or an entry of its own, so no host pages are written (option `pages`)",
        );
      }
    },
  };
}
