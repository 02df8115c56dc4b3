import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  constantRange,
  hasRange,
  isInt32,
  isInt64,
  joinRanges,
  roundRange,
  widen,
} from "../../../../src/typescript/infer/ranges/range.ts";
import { anyNumber, holds, numberInRange } from "./random-range.ts";

/** As many as there are bounds to move to, both ways, and flags to set. */
const MOST_WIDENINGS = 40;

const options = { numRuns: 1000 };

test("the range of a number holds it and no other", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (value, other) => {
      const range = constantRange(value);
      expect(holds(range, value)).toBe(true);
      // Zero is in the range of negative zero.
      const isOther = !Object.is(other, value) && !Object.is(value, -0);
      expect(isOther && holds(range, other)).toBe(false);
    }),
    options,
  );
});

test("two ranges together hold the numbers of both", () => {
  fc.assert(
    fc.property(numberInRange, numberInRange, (a, b) => {
      const both = joinRanges(a.range, b.range);
      expect(holds(both, a.value) && holds(both, b.value)).toBe(true);
      expect(hasRange(both, a.range) && hasRange(both, b.range)).toBe(true);
      expect(joinRanges(b.range, a.range)).toEqual(both);
    }),
    options,
  );
});

test("a range that is said to hold another holds its numbers", () => {
  fc.assert(
    fc.property(numberInRange, numberInRange, ({ range }, part) => {
      expect(!hasRange(range, part.range) || holds(range, part.value)).toBe(true);
    }),
    options,
  );
});

test("a range in steps holds the numbers of the range and is held alike", () => {
  fc.assert(
    fc.property(numberInRange, ({ value, range }) => {
      const rounded = roundRange(range);
      expect(holds(rounded, value)).toBe(true);
      expect(roundRange(rounded)).toEqual(rounded);
      expect([isInt32(rounded), isInt64(rounded)]).toEqual([isInt32(range), isInt64(range)]);
    }),
    options,
  );
});

test("widening loses no number and ends", () => {
  fc.assert(
    fc.property(fc.array(numberInRange, { minLength: 1, maxLength: 200 }), (parts) => {
      let range = parts[0]!.range;
      let widenings = 0;
      for (const part of parts) {
        if (hasRange(range, part.range)) continue;
        widenings++;
        range = widen(range, joinRanges(range, part.range));
        expect(holds(range, part.value)).toBe(true);
      }
      expect(widenings).toBeLessThan(MOST_WIDENINGS);
      for (const { value } of parts) expect(holds(range, value)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("what is held by integers is whole, not negative zero and within their bits", () => {
  fc.assert(
    fc.property(numberInRange, ({ value, range }) => {
      expect(!isInt32(range) || Object.is(value | 0, value)).toBe(true);
      expect(!isInt64(range) || (Number.isSafeInteger(value) && !Object.is(value, -0))).toBe(true);
    }),
    options,
  );
});
