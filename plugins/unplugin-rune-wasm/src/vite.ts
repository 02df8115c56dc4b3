import type { Plugin } from "vite";
import type { RuneWasmOptions } from "./core/options.ts";
import { unpluginRuneWasm } from "./core/unplugin.ts";

/** The WASM plugin for Vite. */
export default function runeWasm(options?: RuneWasmOptions): Plugin {
  return unpluginRuneWasm.vite(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runeWasm as "module.exports" };
