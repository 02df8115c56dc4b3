import type { Plugin } from "rolldown";
import { createRolldownPlugin } from "unplugin";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for Rolldown: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): Plugin[] {
  const { createPlugins } = createPreset(options);
  return createRolldownPlugin<void, true>(() => createPlugins("rolldown"))() as Plugin[];
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
