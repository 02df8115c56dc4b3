import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runSource } from "./raw-host.ts";

const host = await runSource(
  "export function fixed(value: f64, digits: i32): string { return rune.to_fixed(value, digits); }",
);

/** The arguments and what the guest makes of them. */
function fixed(value: number, digits: number): unknown[] {
  return [value, digits, host.call("fixed", value, digits)];
}

/** The arguments and what JavaScript makes of them. */
function expected(value: number, digits: number): unknown[] {
  return [value, digits, value.toFixed(digits)];
}

describe("`rune.to_fixed` writes what JavaScript's `toFixed` writes", () => {
  test("for prices and measures", () => {
    const decimal = fc.tuple(fc.integer(), fc.nat({ max: 8 })).map(([n, places]) => n / 10 ** places);
    fc.assert(
      fc.property(decimal, fc.nat({ max: 6 }), (value, digits) => {
        expect(fixed(value, digits)).toEqual(expected(value, digits));
      }),
      { numRuns: 5000 },
    );
  });
  test("for any number below 10^21 and up to 20 digits", () => {
    const value = fc.double({ noNaN: true, min: -1e21, max: 1e21, minExcluded: true, maxExcluded: true });
    fc.assert(
      fc.property(value, fc.nat({ max: 20 }), (value, digits) => {
        expect(fixed(value, digits)).toEqual(expected(value, digits));
      }),
      { numRuns: 5000 },
    );
  });
  test("for exact halves and what only looks like one", () => {
    const half = fc.tuple(fc.integer(), fc.nat({ max: 10 })).map(([n, bits]) => n / 2 ** bits);
    fc.assert(
      fc.property(half, fc.nat({ max: 10 }), (value, digits) => {
        expect(fixed(value, digits)).toEqual(expected(value, digits));
      }),
      { numRuns: 2000 },
    );
    for (const value of [0.5, 1.5, 2.5, -0.5, 0.05, 1.005, 8.345, 1.45, 10.235, 999.9995, 0.000001, -0.001, 0, -0]) {
      for (let digits = 0; digits <= 6; digits++) expect(fixed(value, digits)).toEqual(expected(value, digits));
    }
  });
  test("for the borders of its algorithm", () => {
    const borders = [2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 2 ** 64, 123456789012345680000, 999999999999999900000];
    for (const value of [...borders, 2 ** 52 + 0.5, 2 ** -67, 2 ** -68, 2 ** -75, Number.MIN_VALUE]) {
      for (const digits of [0, 1, 9, 20]) expect(fixed(value, digits)).toEqual(expected(value, digits));
    }
    for (const value of [1e21, Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY])
      expect(fixed(value, 2)).toEqual(expected(value, 2));
  });
});

test("digits have bounds", () => {
  for (const digits of [-1, 21]) expect(() => host.call("fixed", 1, digits)).toThrow("digits must be from 0 to 20");
});
