import type { Plugin } from "rollup";
import { createRollupPlugin } from "unplugin";
import runeView from "unplugin-rune-view/rollup";
import runeWasm from "unplugin-rune-wasm/rollup";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for Rollup: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): Plugin[] {
  const { packagePlugin } = createPreset(options);
  return [createRollupPlugin(() => packagePlugin)() as Plugin, runeView(), runeWasm()];
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
