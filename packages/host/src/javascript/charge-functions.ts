import { chargeErrors, type Charge } from "../fuel/charge.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";

const { asIntN } = BigInt;

/** Up to this, what the guest's own code pays for a call is enough. */
const SMALL_BITS = 2048;

type AnyFunction = (...values: unknown[]) => unknown;

/** How the time of an operation grows with the words of what goes in and comes out. */
const growth: Readonly<Record<string, "product" | "square">> = {
  bigint_multiply: "product",
  bigint_divide: "product",
  bigint_remainder: "product",
  bigint_power: "square",
  bigint_toString: "square",
  bigint_toStringRadix: "square",
  bigint_toLocaleString: "square",
  bigint_fromString: "square",
  bigint_compareText: "square",
};

/** What comparing two texts costs that names a language or options: the engine prepares it each time. */
const LANGUAGE_TICKS = 20_000;

/**
 * The functions of JavaScript's own, of which big integers are paid for by size and comparisons by language: the guest's code cannot know that.
 * An operation on large ones is paid for when it is done; the sizes are bounded besides. Errors are paid for, too.
 */
export function chargeFunctions(functions: JavascriptFunctions, charge: Charge): JavascriptFunctions {
  const charged: JavascriptFunctions = {};
  for (const [name, each] of Object.entries(functions)) {
    const callee = each as AnyFunction;
    if (name.startsWith("bigint_")) charged[name] = chargeBigint(callee, growth[name], charge);
    else charged[name] = name === "string_localeCompare" ? chargeLanguage(callee, charge) : callee;
  }
  return chargeErrors(charged, charge);
}

function chargeLanguage(callee: AnyFunction, charge: Charge): AnyFunction {
  return (a, b, locales, options) => {
    if (locales !== "" || options !== "") charge(LANGUAGE_TICKS);
    return callee(a, b, locales, options);
  };
}

function chargeBigint(callee: AnyFunction, grows: "product" | "square" | undefined, charge: Charge): AnyFunction {
  return (a, b, c) => {
    // A guest that has caught that it has no ticks left gets no further.
    charge(0);
    let result: unknown;
    try {
      return (result = callee(a, b, c));
    } finally {
      const sizes = [wordsOf(a), wordsOf(b), wordsOf(result)];
      const most = Math.max(...sizes);
      if (most > 0) {
        charge(most * 8);
        if (grows === "product") charge((sizes[0]! + 1) * (sizes[1]! + 1));
        if (grows === "square") charge(most * most * 2);
      }
    }
  };
}

/** Words of 64 bits of a large value, about; a digit of a text is four bits at most. 0 for a small one. */
function wordsOf(value: unknown): number {
  if (typeof value === "string") return value.length * 4 > SMALL_BITS ? value.length >> 4 : 0;
  if (typeof value !== "bigint") return 0;
  let bits = SMALL_BITS;
  if (asIntN(bits, value) === value) return 0;
  while (asIntN(bits, value) !== value) bits *= 2;
  return bits / 64;
}
