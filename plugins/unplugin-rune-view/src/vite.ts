import type { Plugin } from "vite";
import type { RuneViewOptions } from "./core/options.ts";
import { unpluginRuneView } from "./core/unplugin.ts";

/** The view plugin for Vite. */
export default function runeView(options?: RuneViewOptions): Plugin {
  return unpluginRuneView.vite(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runeView as "module.exports" };
