import type { Plugin } from "esbuild";
import type { RunePackageOptions } from "./core/options.ts";
import { unpluginRunePackage } from "./core/unplugin.ts";

/** The package plugin for esbuild. */
export default function runePackage(options?: RunePackageOptions): Plugin {
  return unpluginRunePackage.esbuild(options) as Plugin;
}

// What `require` gives in a CommonJS configuration.
export { runePackage as "module.exports" };
