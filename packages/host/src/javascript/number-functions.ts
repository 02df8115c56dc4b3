import { text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import { readLocales, readOptions } from "./locale.ts";
import { uncurry } from "./uncurry.ts";

const toStringRadix = uncurry<number, [radix: number], string>(Number.prototype.toString);
const toFixed = uncurry<number, [digits: number], string>(Number.prototype.toFixed);
const toPrecision = uncurry<number, [digits: number], string>(Number.prototype.toPrecision);
const toExponential = uncurry<number, [digits?: number], string>(Number.prototype.toExponential);
const toLocaleString = uncurry<number, [locales?: string | string[], options?: Intl.NumberFormatOptions], string>(
  Number.prototype.toLocaleString,
);
const { parseFloat, parseInt } = globalThis;

/** Numbers as text and back, and the remainder, for which WASM has no instruction. */
export function createNumberFunctions(): JavascriptFunctions {
  return {
    number_toString: (x: number) => `${x}`,
    number_toStringRadix: (x: number, radix: number) => toStringRadix(x, radix),
    number_toFixed: (x: number, digits: number) => toFixed(x, digits),
    number_toPrecision: (x: number, digits: number) => toPrecision(x, digits),
    number_toExponential: (x: number, digits: number) => toExponential(x, digits < 0 ? undefined : digits),
    number_toLocaleString: (x: number, locales: unknown, options: unknown) =>
      toLocaleString(
        x,
        readLocales("number_toLocaleString", locales),
        readOptions<Intl.NumberFormatOptions>("number_toLocaleString", options),
      ),
    number_remainder: (x: number, y: number) => x % y,
    number_parse: (value: unknown) => +text("number_parse", value),
    parseFloat: (value: unknown) => parseFloat(text("parseFloat", value)),
    parseInt: (value: unknown, radix: number) => parseInt(text("parseInt", value), radix),
  };
}
