import { openUnits } from "./units.ts";

/*
 * The functions of `wasm:js-string`, for engines that do not have them. What they are given wrongly is a trap there.
 */

function text(value: unknown): string {
  if (typeof value === "string") return value;
  throw new WebAssembly.RuntimeError("illegal cast");
}

function nullableText(value: unknown): string | null {
  return value === null ? value : text(value);
}

function unitIndex(value: string, index: number): number {
  const at = index >>> 0;
  if (at < value.length) return at;
  throw new WebAssembly.RuntimeError("string offset out of bounds");
}

/** The functions, by their names. */
export type StringFunctions = Record<string, (...values: never[]) => unknown>;

/** Makes the functions. `unitsModule` is compiled already where engines compile nothing while they run. */
export function createStringFunctions(unitsModule?: WebAssembly.Module): StringFunctions {
  const units = openUnits(unitsModule);
  return {
    cast: text,
    test: (value: unknown) => (typeof value === "string" ? 1 : 0),
    fromCharCode: (code: number) => String.fromCharCode(code),
    fromCodePoint(code: number) {
      if (code >>> 0 > 0x10ffff) throw new WebAssembly.RuntimeError("invalid code point");
      return String.fromCodePoint(code);
    },
    charCodeAt(value: unknown, index: number) {
      const string = text(value);
      return string.charCodeAt(unitIndex(string, index));
    },
    codePointAt(value: unknown, index: number) {
      const string = text(value);
      return string.codePointAt(unitIndex(string, index));
    },
    length: (value: unknown) => text(value).length,
    concat: (a: unknown, b: unknown) => text(a) + text(b),
    substring(value: unknown, start: number, end: number) {
      const [from, to] = [start >>> 0, end >>> 0];
      const string = text(value);
      return from > to || from > string.length ? "" : string.slice(from, to);
    },
    equals: (a: unknown, b: unknown) => (nullableText(a) === nullableText(b) ? 1 : 0),
    compare(a: unknown, b: unknown) {
      const [first, second] = [text(a), text(b)];
      return first === second ? 0 : first < second ? -1 : 1;
    },
    fromCharCodeArray: units.read,
    intoCharCodeArray: (value: unknown, array: object, start: number) => units.write(text(value), array, start),
  };
}
