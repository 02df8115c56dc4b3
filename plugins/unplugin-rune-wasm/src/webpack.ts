import type { WebpackPluginInstance } from "webpack";
import type { RuneWasmOptions } from "./core/options.ts";
import { unpluginRuneWasm } from "./core/unplugin.ts";

/** The WASM plugin for webpack. */
export default function runeWasm(options?: RuneWasmOptions): WebpackPluginInstance {
  return unpluginRuneWasm.webpack(options) as WebpackPluginInstance;
}

// What `require` gives in a CommonJS configuration.
export { runeWasm as "module.exports" };
