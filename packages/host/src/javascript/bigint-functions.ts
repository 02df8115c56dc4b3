import { bigint, text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { readLocales, readOptions } from "./locale.ts";
import { bigintTooLarge } from "./messages.ts";
import { uncurry } from "./uncurry.ts";

const { BigInt: toBigint, Number: toNumber } = globalThis;
const { asIntN, asUintN } = BigInt;
const toStringRadix = uncurry<bigint, [radix: number], string>(BigInt.prototype.toString);
const toLocaleString = uncurry<bigint, [locales?: string | string[], options?: Intl.NumberFormatOptions], string>(
  BigInt.prototype.toLocaleString as (locales?: string | string[], options?: Intl.NumberFormatOptions) => string,
);

type Operation = (a: bigint, b: bigint) => bigint;

/** Arithmetic of bigints. What can make them grow is bounded; the operands are within the bounds already. */
export function createBigintFunctions({ bigintBits }: JavascriptLimits): JavascriptFunctions {
  const highest = toBigint(bigintBits);
  const bounded = (value: bigint): bigint => {
    if (asIntN(bigintBits, value) !== value) throw bigintTooLarge();
    return value;
  };
  return {
    bigint_add: binary("bigint_add", (a, b) => bounded(a + b)),
    bigint_subtract: binary("bigint_subtract", (a, b) => bounded(a - b)),
    bigint_multiply: binary("bigint_multiply", (a, b) => bounded(a * b)),
    bigint_divide: binary("bigint_divide", (a, b) => a / b),
    bigint_remainder: binary("bigint_remainder", (a, b) => a % b),
    bigint_power: binary("bigint_power", (a, b) => {
      // A base of at least 2 gives at least as many bits as the exponent says; a larger one is bounded by its own length times that.
      if (b > 0n && a !== 0n && a !== 1n && a !== -1n) {
        if (b > highest || b * toBigint(leastBits(a)) > highest) throw bigintTooLarge();
      }
      return bounded(a ** b);
    }),
    bigint_negate: unary("bigint_negate", (x) => bounded(-x)),
    bigint_and: binary("bigint_and", (a, b) => a & b),
    bigint_or: binary("bigint_or", (a, b) => a | b),
    bigint_xor: binary("bigint_xor", (a, b) => a ^ b),
    bigint_not: unary("bigint_not", (x) => ~x),
    bigint_shiftLeft: binary("bigint_shiftLeft", (a, b) => {
      if (b > highest && a !== 0n) throw bigintTooLarge();
      return bounded(a << b);
    }),
    bigint_shiftRight: binary("bigint_shiftRight", (a, b) => {
      if (b < -highest && a !== 0n) throw bigintTooLarge();
      return bounded(a >> b);
    }),
    bigint_equals: (a: unknown, b: unknown) => bigint("bigint_equals", a) === bigint("bigint_equals", b),
    bigint_compare: (a: unknown, b: unknown) => compare(bigint("bigint_compare", a), bigint("bigint_compare", b)),
    bigint_compareNumber: (a: unknown, b: number) => compare(bigint("bigint_compareNumber", a), b),
    bigint_compareText(a: unknown, b: unknown) {
      const other = parse(text("bigint_compareText", b));
      return other === undefined ? Number.NaN : compare(bigint("bigint_compareText", a), other);
    },
    bigint_fromNumber: (x: number) => bounded(toBigint(x)),
    bigint_toNumber: (x: unknown) => toNumber(bigint("bigint_toNumber", x)),
    bigint_fromString(value: unknown) {
      const source = text("bigint_fromString", value);
      // A digit is four bits at most.
      if (source.length > bigintBits) throw bigintTooLarge();
      return bounded(toBigint(source));
    },
    bigint_toString: (x: unknown) => `${bigint("bigint_toString", x)}`,
    bigint_toStringRadix: (x: unknown, radix: number) => toStringRadix(bigint("bigint_toStringRadix", x), radix),
    bigint_toLocaleString: (x: unknown, locales: unknown, options: unknown) =>
      toLocaleString(
        bigint("bigint_toLocaleString", x),
        readLocales("bigint_toLocaleString", locales),
        readOptions<Intl.NumberFormatOptions>("bigint_toLocaleString", options),
      ),
    bigint_asIntN: (bits: number, x: unknown) => asIntN(bits, bigint("bigint_asIntN", x)),
    bigint_asUintN(bits: number, x: unknown) {
      const value = bigint("bigint_asUintN", x);
      // A negative one becomes as many bits as are asked for.
      if (value < 0n && bits >= bigintBits && bits <= Number.MAX_SAFE_INTEGER) throw bigintTooLarge();
      return asUintN(bits, value);
    },
  };

  /** The bigint that a text writes, if it writes one of a size that is possible. */
  function parse(source: string): bigint | undefined {
    if (source.length > bigintBits) return undefined;
    try {
      return toBigint(source);
    } catch {
      return undefined;
    }
  }
}

/** How many bits each power adds at least. */
function leastBits(base: bigint): number {
  const digits = toStringRadix(base < 0n ? -base : base, 16).length;
  return Math.max(1, 4 * (digits - 1));
}

function binary(name: string, operation: Operation): (a: unknown, b: unknown) => bigint {
  return (a, b) => operation(bigint(name, a), bigint(name, b));
}

function unary(name: string, operation: (x: bigint) => bigint): (x: unknown) => bigint {
  return (x) => operation(bigint(name, x));
}

/** -1, 0 or 1; NaN if the other is. */
function compare(a: bigint, b: bigint | number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  // oxlint-disable-next-line eqeqeq -- a bigint and a number are compared by value.
  return a == b ? 0 : Number.NaN;
}
