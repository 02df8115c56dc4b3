import type { Range } from "./range.ts";
import {
  ANY_NUMBER,
  addRanges,
  constantRange,
  divideRanges,
  multiplyRanges,
  negateRange,
  remainderRanges,
  wholeRange,
} from "./range.ts";

const MIN = -(2 ** 31);
const MAX = 2 ** 31 - 1;
const INT32 = wholeRange(MIN, MAX);

/** Ranges of what operators and intrinsics give, by their names. A missing operand can be anything. */
export const operations: Readonly<Record<string, (a: Range, b: Range) => Range>> = {
  "+": addRanges,
  "-": (a, b) => ({ ...addRanges(a, negateRange(b)), negativeZero: a.negativeZero }),
  "*": multiplyRanges,
  "/": divideRanges,
  "%": remainderRanges,
  "**": (a, b) => (b.min === 2 && b.max === 2 && !b.nan ? { ...multiplyRanges(a, a), ...square(a) } : ANY_NUMBER),
  "&": (a, b) => {
    const limit = Math.min(isSmall(a) && a.min >= 0 ? a.max : Infinity, isSmall(b) && b.min >= 0 ? b.max : Infinity);
    return limit <= MAX ? wholeRange(0, limit) : INT32;
  },
  "|": joinBits,
  "^": joinBits,
  "<<": () => INT32,
  ">>": (a, b) => {
    const from = isSmall(a) ? a : INT32;
    const shift = shiftOf(b);
    return shift === undefined
      ? wholeRange(Math.min(from.min, 0), Math.max(from.max, 0))
      : wholeRange(from.min >> shift, from.max >> shift);
  },
  ">>>": (a, b) => {
    const shift = shiftOf(b) ?? 0;
    return isSmall(a) && a.min >= 0 ? wholeRange(0, a.max >>> shift) : wholeRange(0, (2 ** 32 - 1) >>> shift);
  },
  "~": (a) => (isSmall(a) ? wholeRange(~a.max, ~a.min) : INT32),
  "unary -": negateRange,
  "unary +": (a) => a,
  increment: (a) => addRanges(a, constantRange(1)),
  decrement: (a) => addRanges(a, constantRange(-1)),
  numeric: (a) => a,

  $floor: (a) => rounded(a, Math.floor(a.min), Math.floor(a.max), a.negativeZero),
  $ceil: (a) => rounded(a, Math.ceil(a.min), Math.ceil(a.max), a.negativeZero || a.min < 0),
  $trunc: (a) => rounded(a, Math.trunc(a.min), Math.trunc(a.max), a.negativeZero || a.min < 0),
  $nearest: (a) => rounded(a, Math.floor(a.min), Math.ceil(a.max), a.negativeZero || a.min < 0),
  $abs: (a) => ({
    ...a,
    min: a.min <= 0 && a.max >= 0 ? 0 : Math.min(Math.abs(a.min), Math.abs(a.max)),
    max: Math.max(Math.abs(a.min), Math.abs(a.max)),
    negativeZero: false,
  }),
  $sqrt: (a) => ({
    min: 0,
    max: a.max < 0 ? 0 : Math.sqrt(a.max),
    whole: false,
    negativeZero: a.negativeZero,
    nan: a.nan || a.min < 0,
  }),
  $min2: (a, b) => ({ ...either(a, b), min: Math.min(a.min, b.min), max: Math.min(a.max, b.max) }),
  $max2: (a, b) => ({ ...either(a, b), min: Math.max(a.min, b.min), max: Math.max(a.max, b.max) }),
  $clz32: () => wholeRange(0, 32),
  $imul: () => INT32,
  $highWord: () => INT32,
  $lowWord: () => INT32,
  $floatBits: () => INT32,
  $typedWord: () => INT32,
  $stringLength: () => wholeRange(0, MAX),
  $charCodeAt: () => wholeRange(0, 0xffff),
  $codePointAt: () => wholeRange(0, 0x10ffff),
  $stringCompare: () => wholeRange(-1, 1),
  $propertyCount: () => wholeRange(0, MAX),
  $functionLength: () => wholeRange(0, MAX),
  $typedLength: () => wholeRange(0, MAX),
};

function square(a: Range): Pick<Range, "min" | "negativeZero"> {
  const nearest = a.min <= 0 && a.max >= 0 ? 0 : Math.min(Math.abs(a.min), Math.abs(a.max));
  return { min: nearest * nearest, negativeZero: false };
}

function either(a: Range, b: Range): Pick<Range, "whole" | "negativeZero" | "nan"> {
  return { whole: a.whole && b.whole, negativeZero: a.negativeZero || b.negativeZero, nan: a.nan || b.nan };
}

function rounded(a: Range, min: number, max: number, negativeZero: boolean): Range {
  return { min: min + 0, max: max + 0, whole: true, negativeZero, nan: a.nan };
}

/** Whether ToInt32 leaves the numbers as they are, but for negative zero. */
function isSmall({ whole, nan, min, max }: Range): boolean {
  return whole && !nan && min >= MIN && max <= MAX;
}

/** The count of a shift that is always the same. */
function shiftOf(range: Range): number | undefined {
  return isSmall(range) && range.min === range.max ? range.min & 31 : undefined;
}

/** Bits of either: of numbers that are not negative, no more than the larger one has. */
function joinBits(a: Range, b: Range): Range {
  if (!isSmall(a) || !isSmall(b)) return INT32;
  if (a.min < 0 || b.min < 0) return INT32;
  return wholeRange(0, 2 ** (32 - Math.clz32(Math.max(a.max, b.max))) - 1);
}
