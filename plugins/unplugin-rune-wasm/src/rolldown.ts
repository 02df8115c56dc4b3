import type { Plugin } from "rolldown";
import type { RuneWasmOptions } from "./core/options.ts";
import { unpluginRuneWasm } from "./core/unplugin.ts";

/** The WASM plugin for Rolldown. */
export default function runeWasm(options?: RuneWasmOptions): Plugin {
  return unpluginRuneWasm.rolldown(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runeWasm as "module.exports" };
