import type { Plugin } from "rollup";
import type { RuneViewOptions } from "./core/options.ts";
import { unpluginRuneView } from "./core/unplugin.ts";

/** The view plugin for Rollup. */
export default function runeView(options?: RuneViewOptions): Plugin {
  return unpluginRuneView.rollup(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runeView as "module.exports" };
