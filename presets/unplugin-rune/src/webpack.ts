import type { WebpackPluginInstance } from "webpack";
import { createWebpackPlugin } from "unplugin";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for webpack: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): WebpackPluginInstance {
  const { createPlugins } = createPreset(options);
  return createWebpackPlugin<void, true>(() => createPlugins("webpack"))() as WebpackPluginInstance;
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
