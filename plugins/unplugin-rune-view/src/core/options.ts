import { findNearest } from "@rune/schema";

/** Options of the view plugin. */
export interface RuneViewOptions {
  /**
   * Origins that views may refer to, as with the capability `net`.
   * @default []
   */
  origins?: readonly string[];
}

/** Options with every default filled in. */
export type ResolvedRuneViewOptions = Required<RuneViewOptions>;

/** Completes and checks the options. Throws a `TypeError` that names the key and the legal values. */
export function resolveOptions(options: RuneViewOptions = {}): ResolvedRuneViewOptions {
  if (typeof options !== "object" || options === null) {
    throw new TypeError("unplugin-rune-view: options are an object, such as `runeView({ origins: [] })`");
  }
  for (const key of Object.keys(options)) {
    if (key === "origins") continue;
    const hint = findNearest(key, ["origins"]) ? "did you mean `origins`?" : "the only option is `origins`";
    throw new TypeError(`unplugin-rune-view: unknown option \`${key}\`; ${hint}`);
  }
  const { origins = [] } = options;
  if (!Array.isArray(origins) || !origins.every((origin) => typeof origin === "string")) {
    throw new TypeError(
      'unplugin-rune-view: option `origins` must be a list of origins, such as ["https://example.com"]',
    );
  }
  return { origins };
}
