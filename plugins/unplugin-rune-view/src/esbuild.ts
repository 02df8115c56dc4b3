import type { Plugin } from "esbuild";
import type { RuneViewOptions } from "./core/options.ts";
import { unpluginRuneView } from "./core/unplugin.ts";

/** The view plugin for esbuild. */
export default function runeView(options?: RuneViewOptions): Plugin {
  return unpluginRuneView.esbuild(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runeView as "module.exports" };
