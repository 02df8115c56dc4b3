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

/** Bigints within it are known to be within any bound that a host sets: to compare is much cheaper than to count bits. */
const PLAIN = 1n << 4096n;
const MINUS_PLAIN = -PLAIN;

/**
 * Arithmetic of bigints. What can make them grow is bounded; the operands are within the bounds already. Each operation is written out, so that
 * engines see its operator with its own operands.
 */
export function createBigintFunctions({ bigintBits }: JavascriptLimits): JavascriptFunctions {
  const highest = toBigint(bigintBits);
  const lowest = -highest;
  const isPlain = bigintBits > 4097;
  const bounded = (value: bigint): bigint => {
    if (isPlain && value < PLAIN && value > MINUS_PLAIN) return value;
    if (asIntN(bigintBits, value) !== value) throw bigintTooLarge();
    return value;
  };
  return {
    bigint_add: (a: unknown, b: unknown) => bounded(bigint("bigint_add", a) + bigint("bigint_add", b)),
    bigint_subtract: (a: unknown, b: unknown) => bounded(bigint("bigint_subtract", a) - bigint("bigint_subtract", b)),
    bigint_multiply: (a: unknown, b: unknown) => bounded(bigint("bigint_multiply", a) * bigint("bigint_multiply", b)),
    bigint_divide: (a: unknown, b: unknown) => bigint("bigint_divide", a) / bigint("bigint_divide", b),
    bigint_remainder: (a: unknown, b: unknown) => bigint("bigint_remainder", a) % bigint("bigint_remainder", b),
    bigint_power(base: unknown, exponent: unknown) {
      const a = bigint("bigint_power", base);
      const b = bigint("bigint_power", exponent);
      // A base of at least 2 gives at least as many bits as the exponent says; a larger one is bounded by its own length times that.
      if (b > 0n && a !== 0n && a !== 1n && a !== -1n) {
        if (b > highest || b * toBigint(leastBits(a)) > highest) throw bigintTooLarge();
      }
      return bounded(a ** b);
    },
    bigint_negate: (x: unknown) => bounded(-bigint("bigint_negate", x)),
    bigint_and: (a: unknown, b: unknown) => bigint("bigint_and", a) & bigint("bigint_and", b),
    bigint_or: (a: unknown, b: unknown) => bigint("bigint_or", a) | bigint("bigint_or", b),
    bigint_xor: (a: unknown, b: unknown) => bigint("bigint_xor", a) ^ bigint("bigint_xor", b),
    bigint_not: (x: unknown) => ~bigint("bigint_not", x),
    bigint_shiftLeft(value: unknown, by: unknown) {
      const a = bigint("bigint_shiftLeft", value);
      const b = bigint("bigint_shiftLeft", by);
      if (b > highest && a !== 0n) throw bigintTooLarge();
      return bounded(a << b);
    },
    bigint_shiftRight(value: unknown, by: unknown) {
      const a = bigint("bigint_shiftRight", value);
      const b = bigint("bigint_shiftRight", by);
      if (b < lowest && a !== 0n) throw bigintTooLarge();
      return bounded(a >> b);
    },
    bigint_equals: (a: unknown, b: unknown) => bigint("bigint_equals", a) === bigint("bigint_equals", b),
    bigint_compare: (a: unknown, b: unknown) => compare(bigint("bigint_compare", a), bigint("bigint_compare", b)),
    bigint_compareNumber: (a: unknown, b: number) => compare(bigint("bigint_compareNumber", a), b),
    bigint_compareText(a: unknown, b: unknown) {
      const other = parse(text("bigint_compareText", b));
      return other === undefined ? Number.NaN : compare(bigint("bigint_compareText", a), other);
    },
    bigint_fromNumber: (x: number) => bounded(toBigint(x)),
    bigint_fromLong: (x: bigint) => x,
    // WebAssembly takes the lowest 64 bits.
    bigint_toLong: (x: unknown) => bigint("bigint_toLong", x),
    /** 0 for what a signed integer of 64 bits holds, 1 for what only an unsigned one does, 2 for what is above, 3 for what is below. */
    bigint_width(x: unknown) {
      const value = bigint("bigint_width", x);
      if (asIntN(64, value) === value) return 0;
      if (value < 0n) return 3;
      return asUintN(64, value) === value ? 1 : 2;
    },
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
      // Engines have instructions for a width that they know.
      return bits === 64 ? asUintN(64, value) : asUintN(bits, value);
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

/** -1, 0 or 1; NaN if the other is. */
function compare(a: bigint, b: bigint | number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  // oxlint-disable-next-line eqeqeq -- a bigint and a number are compared by value.
  return a == b ? 0 : Number.NaN;
}
