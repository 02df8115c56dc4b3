import { optionalText, symbol, text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import { argumentInvalid } from "./messages.ts";
import { uncurry } from "./uncurry.ts";

const { Symbol: createSymbol } = globalThis;
const { for: symbolFor, keyFor } = Symbol;
const toString = uncurry<symbol, [], string>(Symbol.prototype.toString);
const description = uncurry<symbol, [], string | undefined>(
  Object.getOwnPropertyDescriptor(Symbol.prototype, "description")?.get as (this: symbol) => string | undefined,
);

/** The well-known symbols that a guest may ask for, by name. */
const wellKnown: ReadonlyMap<string, symbol> = new Map([
  ["asyncDispose", newer("asyncDispose")],
  ["asyncIterator", Symbol.asyncIterator],
  ["dispose", newer("dispose")],
  ["hasInstance", Symbol.hasInstance],
  ["isConcatSpreadable", Symbol.isConcatSpreadable],
  ["iterator", Symbol.iterator],
  ["match", Symbol.match],
  ["matchAll", Symbol.matchAll],
  ["replace", Symbol.replace],
  ["search", Symbol.search],
  ["species", Symbol.species],
  ["split", Symbol.split],
  ["toPrimitive", Symbol.toPrimitive],
  ["toStringTag", Symbol.toStringTag],
  ["unscopables", Symbol.unscopables],
]);
const getWellKnown = wellKnown.get.bind(wellKnown);

/** A symbol that engines have not had for long, or one in its place. */
function newer(name: string): symbol {
  return (Symbol as unknown as Readonly<Record<string, symbol | undefined>>)[name] ?? Symbol(`Symbol.${name}`);
}

/** Symbols. */
export function createSymbolFunctions(): JavascriptFunctions {
  return {
    symbol_new: (value: unknown) => createSymbol(optionalText("symbol_new", value)),
    symbol_for: (key: unknown) => symbolFor(text("symbol_for", key)),
    symbol_keyFor: (value: unknown) => keyFor(symbol("symbol_keyFor", value)) ?? null,
    symbol_wellKnown(name: unknown) {
      const found = getWellKnown(text("symbol_wellKnown", name));
      if (found === undefined) throw argumentInvalid("symbol_wellKnown", "the name of a well-known symbol", name);
      return found;
    },
    symbol_description: (value: unknown) => description(symbol("symbol_description", value)) ?? null,
    symbol_toString: (value: unknown) => toString(symbol("symbol_toString", value)),
    symbol_equals: (a: unknown, b: unknown) => a === b,
  };
}
