/** What numbers a place can hold. */
export interface Range {
  min: number;
  max: number;
  /** Whole numbers or infinities only. */
  whole: boolean;
  negativeZero: boolean;
  nan: boolean;
}

/** Any number. */
export const ANY_NUMBER: Range = { min: -Infinity, max: Infinity, whole: false, negativeZero: true, nan: true };

/**
 * How far a place gets that only grows by small steps: at one step of 64 in a nanosecond that takes five hours. So such places are
 * known to stay below, though no test bounds them. The number is odd enough to tell such a bound from one that a program names.
 */
export const COUNTED: number = 2 ** 50 - 987_654_321;
const SMALL_STEP = 64;
/** Whole numbers up to here are exact. */
const EXACT = 2 ** 53;
/** Above products of two 32-bit integers. */
const PRODUCT = 2 ** 62;
/** Above sums of such products and other integers, and below what 64 bits hold. */
const WIDE = PRODUCT + EXACT;

/** A range of whole numbers without negative zero. */
export function wholeRange(min: number, max: number): Range {
  return { min, max, whole: true, negativeZero: false, nan: false };
}

/** The range of one number. */
export function constantRange(value: number): Range {
  if (Number.isNaN(value)) return { ...wholeRange(Infinity, -Infinity), nan: true };
  return { ...wholeRange(value + 0, value + 0), whole: isWhole(value), negativeZero: Object.is(value, -0) };
}

function isWhole(value: number): boolean {
  return !Number.isFinite(value) || Number.isInteger(value);
}

/** All numbers of two ranges. */
export function joinRanges(first: Range | undefined, second: Range): Range {
  if (!first) return second;
  return {
    min: Math.min(first.min, second.min),
    max: Math.max(first.max, second.max),
    whole: first.whole && second.whole,
    negativeZero: first.negativeZero || second.negativeZero,
    nan: first.nan || second.nan,
  };
}

/** Whether a range holds all numbers of another. */
export function hasRange(first: Range, second: Range): boolean {
  return (
    first.min <= second.min &&
    first.max >= second.max &&
    (second.whole || !first.whole) &&
    (first.negativeZero || !second.negativeZero) &&
    (first.nan || !second.nan)
  );
}

/** Up to here a number modulo 2³² is taken from its 64 bits. */
const MODULAR = 2 ** 61;

/** Where bounds are moved to, around the largest number that is exact. */
const LOW_STEPS = [0, 2 ** 7, 2 ** 15, 2 ** 30, 2 ** 31 - 1, 2 ** 31, 2 ** 32, COUNTED];
const HIGH_STEPS = [MODULAR, PRODUCT, WIDE, Infinity];
const STEPS = [...LOW_STEPS, EXACT, ...HIGH_STEPS];

/** A range that grew, with its bounds moved on to the next of a few, so that growing ends. */
export function widen(before: Range, after: Range): Range {
  return {
    ...after,
    min: after.min < before.min ? -STEPS.find((step) => step >= -after.min)! : after.min,
    max: after.max > before.max ? STEPS.find((step) => step >= after.max)! : after.max,
  };
}

/** A range of few, in steps, that holds the numbers of another and is held alike. */
export function roundRange(range: Range): Range {
  if (range.min > range.max) return range;
  const up = (bound: number): number => ROUND.find((step) => step >= bound) ?? Infinity;
  return { ...range, min: range.min < 0 ? -up(-range.min) : 0, max: range.max < 0 ? 0 : up(range.max) };
}

const ROUND = [...LOW_STEPS, EXACT - 1, ...HIGH_STEPS];

/** Whether all numbers of a range are held by 32-bit integers. */
export function isInt32(range: Range): boolean {
  return isExact(range) && range.min >= -(2 ** 31) && range.max <= 2 ** 31 - 1;
}

/** Whether all numbers of a range are held by 64-bit integers, and all sums and differences of two are exact. */
export function isInt64(range: Range): boolean {
  return isExact(range) && range.min > -EXACT && range.max < EXACT;
}

/**
 * Whether sums and products of this range can be calculated in 64 bits, for uses that tell no two numbers apart that are no index of an
 * array. A number above 2⁵³, which a double would have rounded, is brought back below 2³² by nothing that is only so far below zero.
 */
export function isWideKey({ whole, nan, min, max }: Range): boolean {
  return whole && !nan && min >= -(2 ** 32) && max <= WIDE;
}

function isExact({ whole, nan, negativeZero, min, max }: Range): boolean {
  return whole && !nan && !negativeZero && min <= max;
}

/** Sums of numbers of two ranges. */
export function addRanges(a: Range, b: Range): Range {
  const step = stepOf(a, b) ?? stepOf(b, a);
  const min = a.min + b.min;
  const max = a.max + b.max;
  const sum: Range = {
    min,
    max,
    whole: a.whole && b.whole,
    negativeZero: a.negativeZero && b.negativeZero,
    nan: a.nan || b.nan || Number.isNaN(min) || Number.isNaN(max) || (isUnbounded(a) && isUnbounded(b)),
  };
  if (sum.nan && (Number.isNaN(min) || Number.isNaN(max))) return { ...sum, min: -Infinity, max: Infinity };
  return step ? counted(step, sum) : sum;
}

/** The operand that a small whole constant is added to. */
function stepOf(a: Range, b: Range): Range | undefined {
  const isStep = b.whole && !b.nan && b.min === b.max && Math.abs(b.min) <= SMALL_STEP;
  return isStep && a.whole && a.min >= -COUNTED && a.max <= COUNTED ? a : undefined;
}

/** A bound that is as far as counting gets stays where it is. */
function counted(before: Range, sum: Range): Range {
  return {
    ...sum,
    min: before.min === -COUNTED ? Math.max(sum.min, -COUNTED) : sum.min,
    max: before.max === COUNTED ? Math.min(sum.max, COUNTED) : sum.max,
  };
}

function isUnbounded({ min, max }: Range): boolean {
  return min === -Infinity || max === Infinity;
}

/** Negated numbers. */
export function negateRange(range: Range): Range {
  const { min, max } = range;
  return { ...range, min: 0 - max, max: 0 - min, negativeZero: holdsZero(range) };
}

function holdsZero({ min, max }: Range): boolean {
  return min <= 0 && max >= 0;
}

/** Products of numbers of two ranges. */
export function multiplyRanges(a: Range, b: Range): Range {
  const corners = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
  const nan = a.nan || b.nan || (holdsZero(a) && isUnbounded(b)) || (holdsZero(b) && isUnbounded(a));
  const negative = (one: Range, other: Range): boolean =>
    one.negativeZero || (holdsZero(one) && (other.min < 0 || other.negativeZero));
  return {
    min: Math.min(...corners.map((corner) => (Number.isNaN(corner) ? -Infinity : corner + 0))),
    max: Math.max(...corners.map((corner) => (Number.isNaN(corner) ? Infinity : corner + 0))),
    whole: a.whole && b.whole,
    // Products of fractions can be too small for any number but zero.
    negativeZero: negative(a, b) || negative(b, a) || (!(a.whole && b.whole) && (a.min < 0 || b.min < 0)),
    nan,
  };
}

/** Quotients of numbers of two ranges. */
export function divideRanges(a: Range, b: Range): Range {
  if (b.min <= 0 && b.max >= 0) return ANY_NUMBER;
  if (a.nan || b.nan || isUnbounded(a) || isUnbounded(b)) return ANY_NUMBER;
  const corners = [a.min / b.min, a.min / b.max, a.max / b.min, a.max / b.max];
  return {
    min: Math.min(...corners) + 0,
    max: Math.max(...corners) + 0,
    whole: false,
    negativeZero: a.negativeZero || a.min < 0 || b.min < 0,
    nan: false,
  };
}

/** Remainders of numbers of two ranges. */
export function remainderRanges(a: Range, b: Range): Range {
  const whole = a.whole && b.whole;
  const limit = Math.max(Math.abs(b.min), Math.abs(b.max), 1) - (whole ? 1 : 0);
  return {
    min: a.min < 0 ? Math.max(a.min, -limit) : 0,
    max: a.max > 0 ? Math.min(a.max, limit) : 0,
    whole,
    negativeZero: a.negativeZero || a.min < 0,
    nan: a.nan || b.nan || isUnbounded(a) || holdsZero(b),
  };
}
