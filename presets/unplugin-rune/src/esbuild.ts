import type { Plugin } from "esbuild";
import { createEsbuildPlugin } from "unplugin";
import runeView from "unplugin-rune-view/esbuild";
import runeWasm from "unplugin-rune-wasm/esbuild";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for esbuild: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): Plugin {
  const { packagePlugin } = createPreset(options);
  const plugins = [createEsbuildPlugin(() => packagePlugin)() as Plugin, runeView(), runeWasm()];
  return {
    name: "unplugin-rune",
    async setup(build) {
      for (const plugin of plugins) await plugin.setup(build);
    },
  };
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
