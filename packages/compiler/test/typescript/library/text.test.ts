import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { looseEquals, sameValue, sameValueZero, strictEquals } from "../../../src/typescript/library/equality.ts";
import { addAny, compare } from "../../../src/typescript/library/operators.ts";
import { toPrimitive } from "../../../src/typescript/library/primitive.ts";
import { describeValue, toNumber, toNumeric, toString, typeOf } from "../../../src/typescript/library/text.ts";
import { actionDifferences, outcomeOf } from "./compare.ts";

const object = { name: "one" };
const list = [1, 2];
const values: unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1,
  1.5,
  NaN,
  Infinity,
  "",
  "1",
  " 1.5 ",
  "a",
  "10",
  "9",
  "true",
  0n,
  1n,
  10n,
  -5n,
  Symbol.iterator,
  Symbol("local"),
  object,
  { name: "one" },
  list,
  [1],
  [],
  () => 1,
  { valueOf: () => 1, toString: () => "text" },
  { toString: () => "text" },
  { valueOf: () => null },
  { valueOf: () => undefined },
  { valueOf: () => 5n },
  { valueOf: () => ({}), toString: () => ({}) },
  { [Symbol.toPrimitive]: (hint: string) => hint },
  { [Symbol.toPrimitive]: () => ({}) },
  {
    toString() {
      throw new RangeError("refused");
    },
  },
  new Date(0),
];

describe("conversions", () => {
  it("to text and numbers", () => {
    for (const value of values) {
      expect(outcomeOf(() => toString(value))).toStrictEqual(outcomeOf(() => `${value as string}`));
      expect(outcomeOf(() => toNumber(value))).toStrictEqual(outcomeOf(() => +(value as number)));
      expect(typeOf(value)).toBe(typeof value);
      const numeric = outcomeOf(() => -toNumeric(value));
      expect(numeric).toStrictEqual(outcomeOf(() => -(value as number)));
    }
  });

  it("to primitives, as is asked for", () => {
    const asked = { [Symbol.toPrimitive]: (hint: string) => hint };
    for (const hint of ["default", "number", "string"] as const) expect(toPrimitive(asked, hint)).toBe(hint);
  });

  it("to the words of messages", () => {
    expect([[], {}, new Map(), Symbol("x"), "a", 5, undefined].map((value) => describeValue(value))).toStrictEqual([
      "[object Array]",
      "#<Object>",
      "#<Map>",
      "Symbol(x)",
      "a",
      "5",
      "undefined",
    ]);
  });
});

describe("operators on any two values", () => {
  type Operator = [name: string, ours: (a: unknown, b: unknown) => unknown, theirs: (a: number, b: number) => unknown];
  const operators: Operator[] = [
    ["===", strictEquals, (a, b) => a === b],
    // oxlint-disable-next-line eqeqeq -- it is what is tested.
    ["==", looseEquals, (a, b) => a == b],
    ["Object.is", sameValue, (a, b) => Object.is(a, b)],
    ["SameValueZero", sameValueZero, (a, b) => [a].includes(b)],
    ["+", addAny, (a, b) => a + b],
    ["<", (a, b) => compare(a, b) < 0, (a, b) => a < b],
    [">", (a, b) => compare(a, b) > 0, (a, b) => a > b],
    ["<=", (a, b) => compare(a, b) <= 0, (a, b) => a <= b],
    [">=", (a, b) => compare(a, b) >= 0, (a, b) => a >= b],
  ];

  it.each(operators)("%s", (_name, ours, theirs) => {
    const all = (values as number[]).flatMap((a) =>
      (values as number[]).flatMap((b) =>
        actionDifferences(
          inspect([a, b]),
          () => ours(a, b),
          () => theirs(a, b),
        ),
      ),
    );
    expect(all).toStrictEqual([]);
  });
});
