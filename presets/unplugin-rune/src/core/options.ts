import { findNearest } from "@rune/schema";
import {
  formatValue,
  packageOptionNames,
  resolveOptions as resolvePackageOptions,
  type ResolvedRunePackageOptions,
  type RunePackageOptions,
} from "unplugin-rune-package";

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
}

/** Options with every default filled in, save `pages`, which depends on the project. */
export interface ResolvedRuneOptions {
  package: ResolvedRunePackageOptions;
  pages: boolean | undefined;
  policy: boolean;
  firstFrame: boolean;
  publicDir: string | false | undefined;
  cache: boolean;
}

const ownNames = ["pages", "policy", "firstFrame", "publicDir", "cache"];

/** webpack calls a plugin that was listed without parentheses, with what is an instance of a class of its own. */
function isRecord(options: unknown): boolean {
  if (typeof options !== "object" || options === null) return false;
  const prototype: unknown = Object.getPrototypeOf(options);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Completes and checks the options. Throws a `TypeError` that names the option and the legal values. */
export function resolveOptions(options: RuneOptions = {}): ResolvedRuneOptions {
  if (!isRecord(options)) {
    throw new TypeError(
      'rune: options are an object, such as `rune({ app: "app" })`; a plugin is called where it is listed: `plugins: [rune()]`',
    );
  }
  const { pages, policy, firstFrame, publicDir, cache, ...packageOptions } = options;
  for (const [name, value] of Object.entries({ pages, policy, firstFrame, cache })) {
    if (value !== undefined && typeof value !== "boolean") {
      throw new TypeError(`rune: option \`${name}\` must be true or false, not ${formatValue(value)}`);
    }
  }
  if (publicDir !== undefined && publicDir !== false && (typeof publicDir !== "string" || publicDir === "")) {
    throw new TypeError(
      `rune: option \`publicDir\` must be the path of a folder, such as \`public\`, or false, not ${formatValue(publicDir)}`,
    );
  }
  for (const key of Object.keys(packageOptions)) {
    if (packageOptionNames.includes(key)) continue;
    const names = [...packageOptionNames, ...ownNames];
    const nearest = findNearest(key, names);
    const hint = nearest ? `did you mean \`${nearest}\`?` : `the options are ${names.join(", ")}`;
    throw new TypeError(`rune: unknown option \`${key}\`; ${hint}`);
  }
  return {
    package: resolvePackageOptions(packageOptions),
    pages,
    policy: policy ?? true,
    firstFrame: firstFrame ?? true,
    publicDir,
    cache: cache ?? true,
  };
}
