import type { Plugin } from "esbuild";
import { createEsbuildPlugin } from "unplugin";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for esbuild: builds the app in `app/` into a `.rune` package, with its host pages. */
export default function rune(options?: RuneOptions): Plugin {
  const { createPlugins } = createPreset(options);
  const plugin = createEsbuildPlugin<void, true>(() => createPlugins("esbuild"))() as Plugin;
  return { ...plugin, name: "unplugin-rune" };
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
