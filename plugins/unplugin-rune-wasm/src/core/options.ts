import { findNearest } from "@rune/schema";

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

const keys = ["release", "memoryPages", "dts", "inlineLimit", "target", "cache"];
const MAX_PAGES = 65_536;

/** Completes and checks the options. Throws a `TypeError` that names the key and the legal values. */
export function resolveOptions(options: RuneWasmOptions = {}): ResolvedRuneWasmOptions {
  if (typeof options !== "object" || options === null) {
    throw new TypeError("unplugin-rune-wasm: options are an object, such as `runeWasm({ release: true })`");
  }
  for (const key of Object.keys(options)) {
    if (keys.includes(key)) continue;
    const nearest = findNearest(key, keys);
    const hint = nearest
      ? `did you mean \`${nearest}\`?`
      : `the options are ${keys.map((each) => `\`${each}\``).join(", ")}`;
    throw new TypeError(`unplugin-rune-wasm: unknown option \`${key}\`; ${hint}`);
  }
  const { release, memoryPages = 256, dts, inlineLimit, target, cache = true } = options;
  if (release !== undefined && typeof release !== "boolean") {
    throw new TypeError("unplugin-rune-wasm: option `release` must be true or false");
  }
  if (!Number.isInteger(memoryPages) || memoryPages < 1 || memoryPages > MAX_PAGES) {
    throw new TypeError(`unplugin-rune-wasm: option \`memoryPages\` must be a whole number from 1 to ${MAX_PAGES}`);
  }
  if (dts !== undefined && dts !== false && (typeof dts !== "string" || !dts.endsWith(".d.ts"))) {
    throw new TypeError("unplugin-rune-wasm: option `dts` must be the path of a .d.ts file, or false");
  }
  if (inlineLimit !== undefined && (typeof inlineLimit !== "number" || !(inlineLimit >= 0))) {
    throw new TypeError("unplugin-rune-wasm: option `inlineLimit` must be a number of bytes, 0 or more");
  }
  if (target !== undefined && target !== "workerd") {
    throw new TypeError('unplugin-rune-wasm: option `target` must be "workerd", if it is given');
  }
  if (typeof cache !== "boolean") throw new TypeError("unplugin-rune-wasm: option `cache` must be true or false");
  return { release, memoryPages, dts, inlineLimit, target, cache };
}
