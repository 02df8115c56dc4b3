import { text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { readLocales, readOptions } from "./locale.ts";
import { textTooLong } from "./messages.ts";
import { uncurry } from "./uncurry.ts";

const prototype = String.prototype;
const indexOf = uncurry<string, [search: string, from: number], number>(prototype.indexOf);
const lastIndexOf = uncurry<string, [search: string, from: number], number>(prototype.lastIndexOf);
const repeat = uncurry<string, [count: number], string>(prototype.repeat);
const padStart = uncurry<string, [length: number, fill: string], string>(prototype.padStart);
const padEnd = uncurry<string, [length: number, fill: string], string>(prototype.padEnd);
const normalize = uncurry<string, [form: string], string>(prototype.normalize);
type Locales = string | string[] | undefined;
const toLocaleUpperCase = uncurry<string, [locales: Locales], string>(prototype.toLocaleUpperCase);
const toLocaleLowerCase = uncurry<string, [locales: Locales], string>(prototype.toLocaleLowerCase);
const localeCompare = uncurry<string, [that: string, locales: Locales, options?: Intl.CollatorOptions], number>(
  prototype.localeCompare,
);

/** Methods of strings. */
export function createStringFunctions({ textLength }: JavascriptLimits): JavascriptFunctions {
  const checkLength = (length: number): void => {
    if (length > textLength) throw textTooLong();
  };
  return {
    string_indexOf: (value: unknown, search: unknown, from: number) =>
      indexOf(text("string_indexOf", value), text("string_indexOf", search), from),
    string_lastIndexOf: (value: unknown, search: unknown, from: number) =>
      lastIndexOf(text("string_lastIndexOf", value), text("string_lastIndexOf", search), from),
    string_toUpperCase: map("string_toUpperCase", prototype.toUpperCase),
    string_toLowerCase: map("string_toLowerCase", prototype.toLowerCase),
    string_toLocaleUpperCase: (value: unknown, locales: unknown) =>
      toLocaleUpperCase(text("string_toLocaleUpperCase", value), readLocales("string_toLocaleUpperCase", locales)),
    string_toLocaleLowerCase: (value: unknown, locales: unknown) =>
      toLocaleLowerCase(text("string_toLocaleLowerCase", value), readLocales("string_toLocaleLowerCase", locales)),
    string_trim: map("string_trim", prototype.trim),
    string_trimStart: map("string_trimStart", prototype.trimStart),
    string_trimEnd: map("string_trimEnd", prototype.trimEnd),
    string_repeat(value: unknown, count: number) {
      const source = text("string_repeat", value);
      checkLength(source.length * count);
      return repeat(source, count);
    },
    string_padStart(value: unknown, length: number, fill: unknown) {
      checkLength(length);
      return padStart(text("string_padStart", value), length, text("string_padStart", fill));
    },
    string_padEnd(value: unknown, length: number, fill: unknown) {
      checkLength(length);
      return padEnd(text("string_padEnd", value), length, text("string_padEnd", fill));
    },
    string_normalize: (value: unknown, form: unknown) =>
      normalize(text("string_normalize", value), text("string_normalize", form)),
    string_localeCompare: (a: unknown, b: unknown, locales: unknown, options: unknown) =>
      localeCompare(
        text("string_localeCompare", a),
        text("string_localeCompare", b),
        readLocales("string_localeCompare", locales),
        readOptions<Intl.CollatorOptions>("string_localeCompare", options),
      ),
  };
}

function map(name: string, method: (this: string) => string): (value: unknown) => string {
  const convert = uncurry(method);
  return (value) => convert(text(name, value));
}
