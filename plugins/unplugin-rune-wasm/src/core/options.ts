import { checkBoolean, checkOptions, type OptionCheck, type OptionNames } from "@rune/bundlers";

/** Options of the WASM plugin. */
export interface RuneWasmOptions {
  /**
   * Optimise modules for size and speed, at the cost of build time.
   * @default true in a build, false in development
   */
  release?: boolean;
  /**
   * Most linear memory of a module, in pages of 64 KiB.
   * @default 256
   */
  memoryPages?: number;
  /**
   * File for TypeScript's declarations of what `?wasm` imports give, from the project's root; `false` for none.
   * @default "src/rune-wasm.d.ts", or "rune-wasm.d.ts" without a folder `src`, where the root has a `tsconfig.json`
   */
  dts?: string | false;
  /**
   * Size in bytes up to which a module is written into the code; a larger one becomes a file beside it, where the output can have one.
   * @default 4096, or Vite's `build.assetsInlineLimit`
   */
  inlineLimit?: number;
  /**
   * `"workerd"`: the output runs in Cloudflare Workers, or wherever else WebAssembly is compiled before code runs and not by it. Modules
   * are files then, which the code imports.
   * @default "workerd" where the bundler resolves packages with the condition `workerd`
   */
  target?: "workerd";
  /**
   * Keep compiled modules in `node_modules/.cache/rune`, so that only those that have changed are compiled again.
   * @default true
   */
  cache?: boolean;
}

/** Options with every default filled in. */
export interface ResolvedRuneWasmOptions {
  /** `undefined`: as the bundler's mode says. */
  release: boolean | undefined;
  memoryPages: number;
  /** `undefined`: as the project has it. */
  dts: string | false | undefined;
  /** `undefined`: as the bundler has it. */
  inlineLimit: number | undefined;
  /** `undefined`: as the bundler's conditions say. */
  target: "workerd" | undefined;
  cache: boolean;
}

const MAX_PAGES = 65_536;

const checks: Readonly<Record<keyof RuneWasmOptions, OptionCheck>> = {
  release: checkBoolean,
  memoryPages: (value) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_PAGES
      ? undefined
      : `a whole number from 1 to ${MAX_PAGES}`,
  dts: (value) =>
    value === false || (typeof value === "string" && value.endsWith(".d.ts"))
      ? undefined
      : "the path of a .d.ts file, or false",
  inlineLimit: (value) => (typeof value === "number" && value >= 0 ? undefined : "a number of bytes, 0 or more"),
  target: (value) => (value === "workerd" ? undefined : '"workerd", if it is given'),
  cache: checkBoolean,
};

const ownNames: OptionNames = { plugin: "unplugin-rune-wasm", example: "runeWasm({ release: true })" };

/**
 * Completes and checks the options. Throws a `TypeError` that names the option and the legal values.
 *
 * @param names how they are spoken of, where they are a part of other options
 */
export function resolveOptions(options: RuneWasmOptions = {}, names: OptionNames = ownNames): ResolvedRuneWasmOptions {
  checkOptions(options, checks, names);
  const { release, memoryPages = 256, dts, inlineLimit, target, cache = true } = options;
  return { release, memoryPages, dts, inlineLimit, target, cache };
}
