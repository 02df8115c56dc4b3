import * as fc from "fast-check";
import type { Range } from "../../../../src/typescript/infer/ranges/range.ts";

/** Numbers at which something changes: what integers, doubles and bit operators can hold. */
export const EDGES: readonly number[] = [
  0,
  1,
  2,
  3,
  31,
  32,
  100,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 50 - 1,
  2 ** 50,
  2 ** 50 + 1,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 61,
  2 ** 62,
  2 ** 63,
  Number.MAX_VALUE,
  Infinity,
].flatMap((value) => (value === 0 ? [0] : [value, -value]));

const FRACTIONS = [0.5, 0.1, 1.5, 2.75, Number.MIN_VALUE, 1e-300, 2 ** 31 - 0.5].flatMap((value) => [value, -value]);

const whole = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...EDGES) },
  fc.integer(),
  fc.integer({ min: -40, max: 40 }),
  fc.maxSafeInteger(),
);

/** Any number but negative zero. */
const finite = fc.oneof(whole, fc.constantFrom(...FRACTIONS), fc.double({ noNaN: true })).map((value) => value + 0);

/** Whether a number is one of a range. */
export function holds({ min, max, whole: isWhole, negativeZero, nan }: Range, value: number): boolean {
  if (Number.isNaN(value)) return nan;
  if (Object.is(value, -0) && !negativeZero) return false;
  return min <= value && value <= max && (!isWhole || !Number.isFinite(value) || Number.isInteger(value));
}

/** A range that holds all of the numbers, and maybe more. */
export function rangeAround(numbers: readonly number[]): fc.Arbitrary<Range> {
  const ordered = numbers.filter((value) => !Number.isNaN(value));
  const isWhole = ordered.every((value) => !Number.isFinite(value) || Number.isInteger(value));
  return fc
    .record({ other: fc.option(finite, { freq: 2 }), fractions: fc.boolean(), zero: fc.boolean(), nan: fc.boolean() })
    .map(({ other, fractions, zero, nan }) => {
      const bounds = other === null ? ordered : [...ordered, other];
      const otherIsWhole = other === null || !Number.isFinite(other) || Number.isInteger(other);
      return {
        min: Math.min(...bounds) + 0,
        max: Math.max(...bounds) + 0,
        whole: isWhole && otherIsWhole && !fractions,
        negativeZero: ordered.some((value) => Object.is(value, -0)) || zero,
        nan: ordered.length < numbers.length || nan,
      };
    });
}

/** Any number, most of them near an edge. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 12, arbitrary: finite },
  fc.constant(-0),
  fc.constant(Number.NaN),
);

/** A number and a range that holds it. */
export const numberInRange: fc.Arbitrary<{ value: number; range: Range }> = anyNumber.chain((value) =>
  rangeAround([value]).map((range) => ({ value, range })),
);
