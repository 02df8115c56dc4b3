import type { WebpackPluginInstance } from "webpack";
import type { RunePackageOptions } from "./core/options.ts";
import { unpluginRunePackage } from "./core/unplugin.ts";

/** The package plugin for webpack. */
export default function runePackage(options?: RunePackageOptions): WebpackPluginInstance {
  return unpluginRunePackage.webpack(options) as WebpackPluginInstance;
}

// What `require` gives in a CommonJS configuration.
export { runePackage as "module.exports" };
