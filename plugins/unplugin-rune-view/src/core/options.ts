import { checkOptions, type OptionCheck } from "@rune/bundlers";

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

const checks: Readonly<Record<keyof RuneViewOptions, OptionCheck>> = {
  origins: (value) =>
    Array.isArray(value) && value.every((origin) => typeof origin === "string")
      ? undefined
      : 'a list of origins, such as ["https://example.com"]',
};

/** Completes and checks the options. Throws a `TypeError` that names the option and the legal values. */
export function resolveOptions(options: RuneViewOptions = {}): ResolvedRuneViewOptions {
  checkOptions(options, checks, { plugin: "unplugin-rune-view", example: "runeView({ origins: [] })" });
  return { origins: options.origins ?? [] };
}
