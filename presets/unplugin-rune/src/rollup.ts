import type { Plugin } from "rollup";
import { createRollupPlugin } from "unplugin";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for Rollup: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): Plugin[] {
  const { createPlugins } = createPreset(options);
  return createRollupPlugin<void, true>(() => createPlugins("rollup"))() as Plugin[];
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
