import { createVitePlugin } from "unplugin";
import type { Plugin } from "vite";
import { createDevEntryPlugin } from "./core/dev/dev-entry-plugin.ts";
import { createDevPlugin } from "./core/dev/dev-plugin.ts";
import type { RuneOptions } from "./core/options.ts";
import { createPreset } from "./core/preset.ts";

/** Rune for Vite: builds the app in `app/` into a `.rune` package and serves it. */
export default function rune(options?: RuneOptions): Plugin[] {
  const preset = createPreset(options);
  const plugins = createVitePlugin<void, true>(() => preset.createPlugins("vite"))() as Plugin[];
  return [...plugins, createDevEntryPlugin(), createDevPlugin(preset.app)];
}

// What `require` gives in a CommonJS configuration.
export { rune as "module.exports" };
