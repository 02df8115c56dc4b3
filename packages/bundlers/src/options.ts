import { findNearest } from "@rune/schema";
import { formatValue } from "./format-value.ts";

/** What a value of an option must be; `undefined` of one that is fine. */
export type OptionCheck = (value: unknown) => string | undefined;

/** How options are spoken of. */
export interface OptionNames {
  /** Whose options they are, which messages begin with. */
  readonly plugin: string;
  /** Options that are fine, as code that calls the plugin. */
  readonly example: string;
  /** The option that they are the value of, if they are a part of others. */
  readonly within?: string;
}

/**
 * Checks options by their names; one that is `undefined` is not given.
 *
 * @throws TypeError that names the option, and what it must be
 */
export function checkOptions<Options>(
  options: Options,
  checks: Readonly<Record<keyof Options & string, OptionCheck>>,
  { plugin, example, within }: OptionNames,
): void {
  if (!isPlainObject(options)) {
    const what = within === undefined ? "options are" : `option \`${within}\` is`;
    const call = `${example.replace(/\(.*/s, "")}()`;
    throw new TypeError(
      `${plugin}: ${what} an object, such as \`${example}\`; a plugin is called where it is listed: \`plugins: [${call}]\``,
    );
  }
  const names = Object.keys(checks);
  for (const [name, value] of Object.entries(options)) {
    const option = within === undefined ? name : `${within}.${name}`;
    const check = Object.hasOwn(checks, name) ? checks[name as keyof typeof checks] : undefined;
    if (!check) throw new TypeError(`${plugin}: unknown option \`${option}\`; ${suggest(name, names)}`);
    const expected = value === undefined ? undefined : check(value);
    if (expected === undefined) continue;
    throw new TypeError(`${plugin}: option \`${option}\` must be ${expected}, not ${formatValue(value)}`);
  }
}

/** The option that somebody may have meant, or all that there are. */
function suggest(name: string, names: readonly string[]): string {
  const nearest = findNearest(name, names);
  if (nearest) return `did you mean \`${nearest}\`?`;
  return names.length === 1 ? `the only option is \`${names[0]}\`` : `the options are ${names.join(", ")}`;
}

/** webpack calls a plugin that was listed without parentheses, with what is an instance of a class of its own. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Of an option that is on or off. */
export const checkBoolean: OptionCheck = (value) => (typeof value === "boolean" ? undefined : "true or false");

/** Of an option that is a name or a path. */
export const checkText: OptionCheck = (value) =>
  typeof value === "string" && value !== "" ? undefined : "a non-empty text";
