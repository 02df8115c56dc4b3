import type { Plugin } from "vite";
import { unpluginRunePackage } from "./core/unplugin.ts";
import type { RunePackageOptions } from "./core/options.ts";

/** The package plugin for Vite. */
export default function runePackage(options?: RunePackageOptions): Plugin {
  return unpluginRunePackage.vite(options) as Plugin;
}
