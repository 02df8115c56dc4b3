import type { RspackPluginInstance } from "@rspack/core";
import { forRspack } from "@rune/bundlers";
import type { RunePackageOptions } from "./core/options.ts";
import { unpluginRunePackage } from "./core/unplugin.ts";

/** The package plugin for Rspack. */
export default function runePackage(options?: RunePackageOptions): RspackPluginInstance {
  return forRspack(unpluginRunePackage.rspack(options) as RspackPluginInstance);
}

// What `require` gives in a CommonJS configuration.
export { runePackage as "module.exports" };
