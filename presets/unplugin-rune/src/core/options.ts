import { checkBoolean, checkOptions, checkText, type OptionCheck } from "@rune/bundlers";
import {
  resolveOptions as resolvePackageOptions,
  type ResolvedRunePackageOptions,
  type RunePackageOptions,
} from "unplugin-rune-package";
import { packageOptionChecks } from "unplugin-rune-package/internal";
import { resolveOptions as resolveWasmOptions } from "unplugin-rune-wasm";
import type { ResolvedRuneWasmOptions, RuneWasmOptions } from "unplugin-rune-wasm";

/** Options of `rune()`. */
export interface RuneOptions extends RunePackageOptions {
  /**
   * Write host pages: one HTML file a static route, and a fallback. A project with an `index.html` of its own has its
   * own host page, so none are written there unless this is true.
   * @default true where the project has no index.html
   */
  pages?: boolean;
  /**
   * Put a content security policy into the host pages, as strict as the app's capabilities allow.
   * @default true
   */
  policy?: boolean;
  /**
   * Write into the host page of each static route what it shows before its controller runs. In development pages have none.
   * @default true
   */
  firstFrame?: boolean;
  /**
   * Folder whose files are written beside the pages as they are, from the project's folder; `false` for none. In Vite it is Vite's own, where that is set.
   * @default "public", if there is one
   */
  publicDir?: string | false;
  /**
   * Keep compiled modules in `node_modules/.cache/rune`, so that only those that have changed are compiled again.
   * @default true
   */
  cache?: boolean;
  /**
   * How modules are compiled that the project's own code imports with `?wasm`. The rest is as it is for the app's.
   * @default {}
   */
  wasm?: Omit<RuneWasmOptions, "release" | "cache">;
}

/** Options with every default filled in, save `pages`, which depends on the project. */
export interface ResolvedRuneOptions {
  package: ResolvedRunePackageOptions;
  pages: boolean | undefined;
  policy: boolean;
  firstFrame: boolean;
  publicDir: string | false | undefined;
  cache: boolean;
  wasm: ResolvedRuneWasmOptions;
}

const checks: Readonly<Record<keyof RuneOptions, OptionCheck>> = {
  ...packageOptionChecks,
  pages: checkBoolean,
  policy: checkBoolean,
  firstFrame: checkBoolean,
  publicDir: (value) =>
    value === false || checkText(value) === undefined ? undefined : "the path of a folder, such as `public`, or false",
  cache: checkBoolean,
  // Its own are checked with what it is.
  wasm: () => undefined,
};

/** Completes and checks the options. Throws a `TypeError` that names the option and the legal values. */
export function resolveOptions(options: RuneOptions = {}): ResolvedRuneOptions {
  checkOptions(options, checks, { plugin: "rune", example: 'rune({ app: "app" })' });
  const { pages, policy, firstFrame, publicDir, cache = true, wasm, ...packageOptions } = options;
  return {
    package: resolvePackageOptions(packageOptions),
    pages,
    policy: policy ?? true,
    firstFrame: firstFrame ?? true,
    publicDir,
    cache,
    wasm: resolveWasm(wasm, packageOptions.release, cache),
  };
}

function resolveWasm(
  options: RuneOptions["wasm"] = {},
  release: boolean | undefined,
  cache: boolean,
): ResolvedRuneWasmOptions {
  const resolved = resolveWasmOptions(options, {
    plugin: "rune",
    example: "rune({ wasm: { memoryPages: 16 } })",
    within: "wasm",
  });
  for (const name of ["release", "cache"]) {
    if (!Object.hasOwn(options, name)) continue;
    throw new TypeError(`rune: unknown option \`wasm.${name}\`; it is \`${name}\` for all modules`);
  }
  return { ...resolved, release, cache };
}
