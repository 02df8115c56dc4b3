import type { Compiler, RspackPluginInstance } from "@rspack/core";
import { createRspackPlugin } from "unplugin";
import runeView from "unplugin-rune-view/rspack";
import runeWasm from "unplugin-rune-wasm/rspack";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for Rspack: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): RspackPluginInstance {
  const { packagePlugin } = createPreset(options);
  // In another bundler the first says so, where what unplugin makes only fails.
  const plugins = [runeView(), runeWasm(), createRspackPlugin(() => packagePlugin)() as RspackPluginInstance];
  return {
    apply(compiler: Compiler) {
      for (const plugin of plugins) plugin.apply(compiler);
    },
  };
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
