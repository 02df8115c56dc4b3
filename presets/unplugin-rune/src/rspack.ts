import type { RspackPluginInstance } from "@rspack/core";
import { forRspack } from "@rune/bundlers";
import { createRspackPlugin } from "unplugin";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for Rspack: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): RspackPluginInstance {
  const { createPlugins } = createPreset(options);
  return forRspack(createRspackPlugin<void, true>(() => createPlugins("rspack"))() as RspackPluginInstance);
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
