import type { Plugin } from "esbuild";
import type { RuneWasmOptions } from "./core/options.ts";
import { unpluginRuneWasm } from "./core/unplugin.ts";

/** The WASM plugin for esbuild. */
export default function runeWasm(options?: RuneWasmOptions): Plugin {
  return unpluginRuneWasm.esbuild(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runeWasm as "module.exports" };
