import type { Plugin } from "rolldown";
import type { RunePackageOptions } from "./core/options.ts";
import { unpluginRunePackage } from "./core/unplugin.ts";

/** The package plugin for Rolldown. */
export default function runePackage(options?: RunePackageOptions): Plugin {
  return unpluginRunePackage.rolldown(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runePackage as "module.exports" };
