import type { RspackPluginInstance } from "@rspack/core";
import { forRspack } from "@rune/bundlers";
import type { RuneWasmOptions } from "./core/options.ts";
import { unpluginRuneWasm } from "./core/unplugin.ts";

/** The WASM plugin for Rspack. */
export default function runeWasm(options?: RuneWasmOptions): RspackPluginInstance {
  return forRspack(unpluginRuneWasm.rspack(options) as RspackPluginInstance);
}

// What `require` gives in a CommonJS configuration.
export { runeWasm as "module.exports" };
