import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { canonicalize } from "../src/index.ts";

describe("RFC 8785", () => {
  it("writes the example of the RFC", () => {
    const value: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalize(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("orders names by UTF-16 units, as the example of the RFC", () => {
    const names = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const written = canonicalize(Object.fromEntries(names.map((name) => [name, 0])));
    const order = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
    expect(Object.keys(JSON.parse(written) as object).filter((name) => name !== "1")).toEqual(
      order.filter((name) => name !== "1"),
    );
    expect(written).toBe(`{${order.map((name) => `${JSON.stringify(name)}:0`).join()}}`);
  });

  test.each<[number, string]>([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [1e21, "1e+21"],
    [999999999999999900000, "999999999999999900000"],
    [9.999999999999997e22, "9.999999999999997e+22"],
    [0.000001, "0.000001"],
    [1e-7, "1e-7"],
    [333333333.3333333, "333333333.3333333"],
  ])("writes the number %d", (value, text) => {
    expect(canonicalize(value)).toBe(text);
  });
});

it("gives the same value back, and the same text for it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = canonicalize(value);
      const again: unknown = JSON.parse(text);
      expect(canonicalize(again)).toBe(text);
      expect(again).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("does not depend on the order of insertion", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([name]) => name }), (members) => {
      expect(canonicalize(Object.fromEntries(members.toReversed()))).toBe(canonicalize(Object.fromEntries(members)));
    }),
  );
});

function nest(depth: number): unknown {
  let value: unknown = null;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

test.each<[string, unknown]>([
  ["half a pair", "\ud800"],
  ["the other half", "\udc00x"],
  ["a reversed pair", "\udc00\ud800"],
  ["half a pair in a name", { "\ud800": 1 }],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["undefined", undefined],
  ["undefined inside", { a: undefined }],
  ["a hole", Array.from({ length: 1 })],
  ["a function", () => 1],
  ["a symbol", Symbol("x")],
  ["a bigint", 1n],
  ["a date", new Date(0)],
  ["a map", new Map()],
  ["endless depth", nest(100_000)],
])("refuses %s", (_, value) => {
  expect(() => canonicalize(value)).toThrow(expect.objectContaining({ code: "json_unrepresentable" }));
});
