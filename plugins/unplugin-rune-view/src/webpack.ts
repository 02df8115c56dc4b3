import type { WebpackPluginInstance } from "webpack";
import type { RuneViewOptions } from "./core/options.ts";
import { unpluginRuneView } from "./core/unplugin.ts";

/** The view plugin for webpack. */
export default function runeView(options?: RuneViewOptions): WebpackPluginInstance {
  return unpluginRuneView.webpack(options) as WebpackPluginInstance;
}

// What `require` gives in a CommonJS configuration.
export { runeView as "module.exports" };
