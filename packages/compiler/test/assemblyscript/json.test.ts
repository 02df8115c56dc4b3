import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runSource } from "./raw-host.ts";

const host = await runSource(`
export function echo(value: rune.Json): rune.Json { return value; }
export function accepts(text: string): bool { return rune.try_parse(text) !== null; }
export function number(value: rune.Json): f64 { return value.as_number(); }
export function float(value: f64): rune.Json { return rune.json(value); }
export function single(value: f32): rune.Json { return rune.json(value); }
export function long(value: i64): rune.Json { return rune.json(value); }
export function as_long(value: rune.Json): i64 { return value.as_i64(); }
export function quote(value: string): rune.Json { return rune.json(value); }
`);

describe("JSON in a guest", () => {
  test("passes through unchanged", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(host.call("echo", value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300 },
    );
  });
  test("texts of any code units", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        expect(host.call("quote", value)).toBe(value);
      }),
      { numRuns: 300 },
    );
  });
  test("is accepted exactly where JSON.parse accepts it", () => {
    const alphabet = fc.constantFrom(...'[]{},:"\\/ \n\t01-+.eEtruefalsn\u0001u9é'.split(""));
    const accepts = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const broken = fc
      .tuple(fc.jsonValue(), fc.nat(), alphabet)
      .map(([value, at, char]) => JSON.stringify(value).replace(/[^]/g, (c, i) => (i === at % 8 ? char : c)));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: alphabet, maxLength: 12 }), broken), (text) => {
        fc.pre(text.isWellFormed?.() ?? true);
        expect(host.call("accepts", text)).toBe(accepts(text) ? 1 : 0);
      }),
      { numRuns: 1000 },
    );
  });
  test("floats survive", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // JSON.stringify writes -0 as 0, too.
        expect(host.call("float", value)).toBe(value + 0);
      }),
      { numRuns: 500 },
    );
    expect(host.call("float", Number.NaN)).toBeNull();
    expect(host.call("float", Number.POSITIVE_INFINITY)).toBeNull();
    expect(host.call("single", Math.fround(0.1))).toBe(0.1);
  });
  test("numbers are read as JavaScript reads them, to the last digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        const read = host.call("number", value) as number;
        expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -48 + Number.MIN_VALUE);
      }),
      { numRuns: 500 },
    );
    for (const value of [0, 1, -1, 0.1, 1.5, 1e21, 123456789, 2 ** 53 - 1])
      expect(host.call("number", value)).toBe(value);
  });
  test("i64 keeps every digit", () => {
    expect(host.call("as_long", 9007199254740991)).toBe(9007199254740991n);
    expect(host.call("long", -(2n ** 63n))).toBe(-(2 ** 63));
  });
  test("nesting is bounded", () => {
    const nest = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(host.call("accepts", nest(100))).toBe(1);
    expect(host.call("accepts", nest(10_000))).toBe(0);
    expect(host.call("echo", JSON.parse(nest(120)))).toEqual(JSON.parse(nest(120)));
  });
});
