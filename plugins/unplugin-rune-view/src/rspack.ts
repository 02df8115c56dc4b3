import type { RspackPluginInstance } from "@rspack/core";
import { forRspack } from "@rune/bundlers";
import type { RuneViewOptions } from "./core/options.ts";
import { unpluginRuneView } from "./core/unplugin.ts";

/** The view plugin for Rspack. */
export default function runeView(options?: RuneViewOptions): RspackPluginInstance {
  return forRspack(unpluginRuneView.rspack(options) as RspackPluginInstance);
}

// What `require` gives in a CommonJS configuration.
export { runeView as "module.exports" };
