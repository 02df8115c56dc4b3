import type { Plugin } from "rolldown";
import type { RuneViewOptions } from "./core/options.ts";
import { unpluginRuneView } from "./core/unplugin.ts";

/** The view plugin for Rolldown. */
export default function runeView(options?: RuneViewOptions): Plugin {
  return unpluginRuneView.rolldown(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runeView as "module.exports" };
