import type { BigintRange } from "./bigint-range.ts";
import {
  ANY_BIGINT,
  COUNTED_BIGINT,
  bigintRange,
  hasBigints,
  isFar,
  isSigned,
  isUnsigned,
  least,
  most,
  onlyBigint,
} from "./bigint-range.ts";

type Operation = (a: BigintRange, b: BigintRange) => BigintRange;

/** A step of at most as much counts. */
const SMALL_STEP = 64n;
/** More than all bits of bounds that are kept: no shift needs to be known further. */
const MANY = 2048n;

/** Ranges of what operators make of bigints, by their names. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": addBigints,
  "-": (a, b) => addBigints(a, negate(b)),
  "*": (a, b) => corners(a, b, (x, y) => x * y),
  "/": divide,
  "%": remainder,
  "**": power,
  "&": (a, b) => exact(a, b, (x, y) => x & y) ?? conjunction(a, b),
  "|": (a, b) => exact(a, b, (x, y) => x | y) ?? joinBits(a, b),
  "^": (a, b) => exact(a, b, (x, y) => x ^ y) ?? joinBits(a, b),
  "<<": shiftLeft,
  ">>": shiftRight,
  "~": ({ min, max }) => bigintRange(-1n - max, -1n - min),
  "unary -": negate,
  increment: (a) => addBigints(a, ONE),
  decrement: (a) => addBigints(a, negate(ONE)),
  $js_bigint_asUintN: ({ min, max }, a) => {
    if (isUnsigned(a, width(min))) return a;
    return max > WIDEST ? { min: 0n, max: ANY_BIGINT.max } : bigintRange(0n, 2n ** width(max) - 1n);
  },
  $js_bigint_asIntN: ({ min, max }, a) => {
    if (min > 0n && isSigned(a, width(min))) return a;
    return max > WIDEST ? ANY_BIGINT : bigintRange(-(2n ** width(max)), 2n ** width(max) - 1n);
  },
  $js_bigint_fromNumber: (a) => a,
};

const NAMES: Readonly<Record<string, string>> = {
  $js_bigint_add: "+",
  $js_bigint_subtract: "-",
  $js_bigint_multiply: "*",
  $js_bigint_divide: "/",
  $js_bigint_remainder: "%",
  $js_bigint_power: "**",
  $js_bigint_and: "&",
  $js_bigint_or: "|",
  $js_bigint_xor: "^",
  $js_bigint_shiftLeft: "<<",
  $js_bigint_shiftRight: ">>",
  $js_bigint_negate: "unary -",
  $js_bigint_not: "~",
};

/** The range of what an operator or intrinsic gives, if that is known. */
export function bigintOperationRange(name: string): Operation | undefined {
  return OPERATIONS[NAMES[name] ?? name];
}

/** Wider ones say nothing of bounds that are kept. */
const WIDEST = 256n;

function width(bits: bigint): bigint {
  return bits < 0n ? 0n : least(bits, WIDEST);
}

const ONE: BigintRange = { min: 1n, max: 1n };

/** Sums of bigints of two ranges. */
export function addBigints(a: BigintRange, b: BigintRange): BigintRange {
  const sum = bigintRange(a.min + b.min, a.max + b.max);
  const before = isStep(b) && isCount(a) ? a : isStep(a) && isCount(b) ? b : undefined;
  if (!before) return sum;
  // A bound that is as far as counting gets stays where it is.
  return {
    min: before.min === -COUNTED_BIGINT ? most(sum.min, -COUNTED_BIGINT) : sum.min,
    max: before.max === COUNTED_BIGINT ? least(sum.max, COUNTED_BIGINT) : sum.max,
  };
}

function isStep({ min, max }: BigintRange): boolean {
  return min === max && min >= -SMALL_STEP && min <= SMALL_STEP;
}

function isCount(range: BigintRange): boolean {
  return hasBigints({ min: -COUNTED_BIGINT, max: COUNTED_BIGINT }, range);
}

function negate({ min, max }: BigintRange): BigintRange {
  return { min: -max, max: -min };
}

/** What is made of two ranges that hold one bigint each. */
function exact(a: BigintRange, b: BigintRange, make: (x: bigint, y: bigint) => bigint): BigintRange | undefined {
  const x = onlyBigint(a);
  const y = onlyBigint(b);
  if (x === undefined || y === undefined) return undefined;
  const value = make(x, y);
  return bigintRange(value, value);
}

function corners(a: BigintRange, b: BigintRange, make: (x: bigint, y: bigint) => bigint): BigintRange {
  const values = [make(a.min, b.min), make(a.min, b.max), make(a.max, b.min), make(a.max, b.max)];
  return bigintRange(values.reduce(least), values.reduce(most));
}

/** The divisor is at least 1, or -1: there is no quotient by zero. */
function divide(a: BigintRange, b: BigintRange): BigintRange {
  const part = (x: bigint, y: bigint): bigint => (isFar(x) ? (y < 0n ? -x : x) : x / y);
  if (b.min > 0n || b.max < 0n) return corners(a, b, part);
  if (a.min >= 0n && b.min >= 0n) return { min: 0n, max: a.max };
  const furthest = most(most(-a.min, a.max), 0n);
  return { min: -furthest, max: furthest };
}

/** A remainder has the sign of the dividend, and is nearer to zero than the divisor. */
function remainder(a: BigintRange, b: BigintRange): BigintRange {
  const y = onlyBigint(b);
  if (y !== undefined && y !== 0n) {
    const only = exact(a, b, (x) => x % y);
    if (only) return only;
  }
  const limit = most(most(-b.min, b.max) - 1n, 0n);
  return bigintRange(a.min < 0n ? most(a.min, -limit) : 0n, a.max > 0n ? least(a.max, limit) : 0n);
}

function power(a: BigintRange, b: BigintRange): BigintRange {
  const x = onlyBigint(a);
  const y = onlyBigint(b);
  if (x !== undefined && y !== undefined && y >= 0n && y <= MANY && x >= -NEXT && x <= NEXT) {
    return bigintRange(x ** y, x ** y);
  }
  return a.min >= 0n ? { min: 0n, max: ANY_BIGINT.max } : ANY_BIGINT;
}

const NEXT = 2n ** 64n;

/** Bits of both: of those that are not negative, no more than the smaller one has. */
function conjunction(a: BigintRange, b: BigintRange): BigintRange {
  if (a.min >= 0n && b.min >= 0n) return { min: 0n, max: least(a.max, b.max) };
  if (a.min >= 0n) return { min: 0n, max: a.max };
  return b.min >= 0n ? { min: 0n, max: b.max } : joinBits(a, b);
}

/** Bits of either: no more than the longer one has. */
function joinBits(a: BigintRange, b: BigintRange): BigintRange {
  if ([a.min, a.max, b.min, b.max].some(isFar)) {
    return a.min >= 0n && b.min >= 0n ? { min: 0n, max: ANY_BIGINT.max } : ANY_BIGINT;
  }
  const limit = 2n ** most(most(length(a.min), length(a.max)), most(length(b.min), length(b.max)));
  return bigintRange(a.min >= 0n && b.min >= 0n ? 0n : -limit, limit - 1n);
}

/** How many bits a bigint has besides its sign. */
function length(value: bigint): bigint {
  const bits = value < 0n ? ~value : value;
  return bits === 0n ? 0n : BigInt(bits.toString(2).length);
}

function shiftLeft(a: BigintRange, b: BigintRange): BigintRange {
  if (b.min < 0n || b.max > MANY) return a.min >= 0n ? { min: 0n, max: ANY_BIGINT.max } : ANY_BIGINT;
  return corners(a, b, (x, y) => x << y);
}

function shiftRight(a: BigintRange, b: BigintRange): BigintRange {
  if (b.min < 0n) return a.min >= 0n ? { min: 0n, max: ANY_BIGINT.max } : ANY_BIGINT;
  const by = { min: least(b.min, MANY), max: least(b.max, MANY) };
  return corners(a, by, (x, y) => (isFar(x) ? x : x >> y));
}
