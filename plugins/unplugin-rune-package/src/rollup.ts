import type { Plugin } from "rollup";
import type { RunePackageOptions } from "./core/options.ts";
import { unpluginRunePackage } from "./core/unplugin.ts";

/** The package plugin for Rollup. */
export default function runePackage(options?: RunePackageOptions): Plugin {
  return unpluginRunePackage.rollup(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runePackage as "module.exports" };
