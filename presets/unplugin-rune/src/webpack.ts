import type { Compiler, WebpackPluginInstance } from "webpack";
import { createWebpackPlugin } from "unplugin";
import runeView from "unplugin-rune-view/webpack";
import runeWasm from "unplugin-rune-wasm/webpack";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for webpack: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): WebpackPluginInstance {
  const { packagePlugin } = createPreset(options);
  const plugins = [createWebpackPlugin(() => packagePlugin)() as WebpackPluginInstance, runeView(), runeWasm()];
  return {
    apply(compiler: Compiler) {
      for (const plugin of plugins) plugin.apply(compiler);
    },
  };
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
