import type { Plugin } from "rollup";
import type { RuneWasmOptions } from "./core/options.ts";
import { unpluginRuneWasm } from "./core/unplugin.ts";

/** The WASM plugin for Rollup. */
export default function runeWasm(options?: RuneWasmOptions): Plugin {
  return unpluginRuneWasm.rollup(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runeWasm as "module.exports" };
