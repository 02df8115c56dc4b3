import type { Plugin } from "rolldown";
import { createRolldownPlugin } from "unplugin";
import runeView from "unplugin-rune-view/rolldown";
import runeWasm from "unplugin-rune-wasm/rolldown";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for Rolldown: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): Plugin[] {
  const { packagePlugin } = createPreset(options);
  return [createRolldownPlugin(() => packagePlugin)() as Plugin, runeView(), runeWasm()];
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
