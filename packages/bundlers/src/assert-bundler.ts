import { assertFolder } from "./assert-folder.ts";
import { assertVersion } from "./assert-version.ts";

/** What Rollup's hooks know of the bundler that calls them. */
export interface BundlerMeta {
  rollupVersion: string;
  rolldownVersion?: string;
  viteVersion?: string;
}

/** The part of the compiler of webpack and Rspack that is used. */
export interface PackCompiler {
  context: string;
  webpack?: { version?: string; rspackVersion?: string };
}

/** @throws Error where the plugin for Rollup and Rolldown is in Vite, or in a bundler that is too old */
export function assertRollup({ rollupVersion, rolldownVersion, viteVersion }: BundlerMeta): void {
  if (viteVersion !== undefined) throw createError("Rollup", "Vite");
  if (rolldownVersion === undefined) assertVersion("Rollup", rollupVersion, "4.0");
  else assertVersion("Rolldown", rolldownVersion, "1.0");
}

/** @throws Error where the plugin for Vite is in Rollup or Rolldown */
export function assertVite({ rolldownVersion, viteVersion }: BundlerMeta): void {
  if (viteVersion === undefined) throw createError("Vite", rolldownVersion === undefined ? "Rollup" : "Rolldown");
}

/**
 * @param context of the hook `config`, which those before Vite 7 do not give it
 * @throws Error where Vite is too old
 */
export function assertViteVersion(context: { readonly meta: { readonly viteVersion?: string } } | undefined): void {
  assertVersion("Vite", context?.meta.viteVersion, "7.0");
}

/** @throws Error where the plugin for webpack is in Rspack, in a bundler that is too old, or in a folder where it finds no files */
export function assertWebpack({ webpack, context }: PackCompiler): void {
  if (webpack?.rspackVersion !== undefined) throw createError("webpack", "Rspack");
  assertVersion("webpack", webpack?.version, "5.83");
  assertFolder("webpack", context);
}

/** @throws Error where the plugin for Rspack is in webpack, or in a bundler that is too old */
export function assertRspack({ webpack }: PackCompiler): void {
  if (webpack?.version !== undefined && webpack.rspackVersion === undefined) throw createError("Rspack", "webpack");
  assertVersion("Rspack", webpack?.rspackVersion, "2.0");
}

function createError(own: string, actual: string): Error {
  const [from, to] = [own, actual].map((name) => `\`/${name.toLowerCase()}\``);
  return new Error(
    `rune: this is the plugin for ${own}, and ${actual} runs it: import the one that ends with ${to}, not ${from}`,
  );
}
