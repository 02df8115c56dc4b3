/** The bigints from one to another that a place can hold. */
export interface BigintRange {
  min: bigint;
  max: bigint;
}

/** Stands for what is further from zero than any bound that is kept. */
const FAR = 2n ** 1024n;
/** Bounds are kept up to here; so no arithmetic with them and with what is far gets from one to the other. */
const NEAR = 2n ** 256n;

/** Any bigint. */
export const ANY_BIGINT: BigintRange = { min: -FAR, max: FAR };

/** The bigints between two bounds, of which what is too far is only known to be far. */
export function bigintRange(min: bigint, max: bigint): BigintRange {
  return {
    min: min < -NEAR ? -FAR : min > NEAR ? NEAR : min,
    max: max > NEAR ? FAR : max < -NEAR ? -NEAR : max,
  };
}

/** Whether a bound is too far to be told. */
export function isFar(bound: bigint): boolean {
  return bound === FAR || bound === -FAR;
}

/** The one bigint that a range holds, if it is one. */
export function onlyBigint({ min, max }: BigintRange): bigint | undefined {
  return min === max ? min : undefined;
}

/** All bigints of two ranges. */
export function joinBigints(first: BigintRange | undefined, second: BigintRange): BigintRange {
  if (!first) return second;
  return { min: least(first.min, second.min), max: most(first.max, second.max) };
}

/** Whether a range holds all bigints of another. */
export function hasBigints(first: BigintRange, second: BigintRange): boolean {
  return first.min <= second.min && first.max >= second.max;
}

/** Whether all bigints of a range are unsigned integers of so many bits. */
export function isUnsigned({ min, max }: BigintRange, bits: bigint): boolean {
  return min >= 0n && max < 2n ** bits;
}

/** Whether all bigints of a range are signed integers of so many bits. */
export function isSigned({ min, max }: BigintRange, bits: bigint): boolean {
  const limit = 2n ** (bits - 1n);
  return min >= -limit && max < limit;
}

/** As far as a place gets that only grows by small steps: numbers that count are known to stay within it, and so are bigints. */
export const COUNTED_BIGINT: bigint = 2n ** 50n;

/** Where bounds are moved to: what counts of a range is mostly how many bits it takes. */
const STEPS = [0n, 1n, 63n, 2n ** 31n, 2n ** 32n - 1n, COUNTED_BIGINT, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, FAR];

/** A range that grew, with its bounds moved on to the next of a few, so that growing ends. */
export function widenBigints(before: BigintRange, after: BigintRange): BigintRange {
  const rounded = roundBigints(after);
  return {
    min: after.min < before.min ? rounded.min : after.min,
    max: after.max > before.max ? rounded.max : after.max,
  };
}

/** A range of few, in steps, that holds the bigints of another and is held alike. */
export function roundBigints({ min, max }: BigintRange): BigintRange {
  const up = (bound: bigint): bigint => STEPS.find((step) => step >= bound)!;
  return { min: min < 0n ? -up(-min) : 0n, max: max < 0n ? 0n : up(max) };
}

/** The lower of two bounds. */
export function least(first: bigint, second: bigint): bigint {
  return first < second ? first : second;
}

/** The higher of two bounds. */
export function most(first: bigint, second: bigint): bigint {
  return first > second ? first : second;
}
