import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { operations } from "../../../../src/typescript/infer/ranges/operations.ts";
import { COUNTED } from "../../../../src/typescript/infer/ranges/range.ts";
import { CALCULATIONS } from "./calculations.ts";
import { holds, numberInRange } from "./random-range.ts";

/** Operations whose operands are no numbers. */
const OF_OTHERS = [
  "$stringLength",
  "$charCodeAt",
  "$codePointAt",
  "$stringCompare",
  "$propertyCount",
  "$functionLength",
  "$typedLength",
  "$typedWord",
];

test("every operation on numbers is tried", () => {
  expect([...Object.keys(CALCULATIONS), ...OF_OTHERS].sort()).toEqual(Object.keys(operations).sort());
});

describe("what an operation makes of numbers of two ranges is in the range that it makes of the ranges", () => {
  test.each(Object.entries(CALCULATIONS))("%s", (name, calculate) => {
    fc.assert(
      fc.property(numberInRange, numberInRange, (a, b) => {
        // As far as counting gets, ranges hold no more than what a program can reach.
        fc.pre(Math.abs(a.value) !== COUNTED && Math.abs(b.value) !== COUNTED);
        const result = calculate(a.value, b.value);
        const range = operations[name]!(a.range, b.range);
        expect(holds(range, result), `${String(result)} in ${JSON.stringify(range)}`).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });
});
