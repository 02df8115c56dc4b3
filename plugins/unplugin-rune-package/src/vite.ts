import type { Plugin } from "vite";
import type { RunePackageOptions } from "./core/options.ts";
import { unpluginRunePackage } from "./core/unplugin.ts";

/** The package plugin for Vite. */
export default function runePackage(options?: RunePackageOptions): Plugin {
  return unpluginRunePackage.vite(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runePackage as "module.exports" };
