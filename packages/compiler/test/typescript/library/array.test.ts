import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { filledArray } from "../../../src/typescript/library/array-from.ts";
import { Array as LibraryArray } from "../../../src/typescript/library/array.ts";
import { actionDifferences, callDifferences, methodDifferences, staticDifferences } from "./compare.ts";

const samples: unknown[][] = [
  [],
  [1],
  [1, 2, 3, 4, 5],
  [3, 1, 2, 3, 1],
  [NaN, 0, -0, undefined, null, "a", ""],
  ["b", "a", "c", "a"],
  [[1, [2, [3]]], 4, [], [[5]]],
];
const indices = [undefined, 0, 1, -1, 2, -2.5, 2.5, -0.5, NaN, Infinity, -Infinity, 10, -10, 4294967296, "1"];
const items = [undefined, 0, 1, 3, NaN, "a", null];

const check = (name: string, ...lists: unknown[][]): string[] =>
  methodDifferences(LibraryArray, samples, name, ...lists);

describe("methods of arrays that take positions", () => {
  it.each(["at", "flat"])("%s", (name) => expect(check(name, indices)).toStrictEqual([]));
  it.each(["slice", "copyWithin"])("%s", (name) => expect(check(name, indices, indices)).toStrictEqual([]));
  it.each(["indexOf", "lastIndexOf", "includes"])("%s", (name) =>
    expect(check(name, items, indices)).toStrictEqual([]),
  );
  it("with", () => expect(check("with", indices, [7])).toStrictEqual([]));
  it("fill", () => expect(check("fill", [7], indices, indices)).toStrictEqual([]));
  it.each(["splice", "toSpliced"])("%s", (name) => expect(check(name, indices, indices, [7], [8])).toStrictEqual([]));
  it("copyWithin with an end", () => expect(check("copyWithin", [0, 1, -2], [0, 2, -1], indices)).toStrictEqual([]));
});

describe("methods of arrays that take items", () => {
  it.each(["push", "unshift"])("%s", (name) => expect(check(name, [7, [8]], [9], [10])).toStrictEqual([]));
  it("concat", () => expect(check("concat", [7, [8, [9]], undefined, [[]]], [[1, 2]], [3])).toStrictEqual([]));
  it.each(["pop", "shift", "reverse", "toReversed", "toString"])("%s", (name) => expect(check(name)).toStrictEqual([]));
  it("join", () => expect(check("join", [undefined, "", "-", null, 5])).toStrictEqual([]));
  it("joins arrays in arrays, and ends where one contains itself", () => {
    const outer: unknown[] = [1, [2, [3, null]], undefined];
    outer.push(outer, [outer]);
    expect(LibraryArray.prototype.join.call(outer, "+")).toBe(outer.join("+"));
  });
  it("iterates", () => {
    for (const name of ["keys", "values", "entries", "@@iterator"] as const) {
      const array = ["a", "b"];
      const native = array[name === "@@iterator" ? "values" : name]() as Iterator<unknown>;
      const iterator = (LibraryArray.prototype[name] as (this: unknown) => unknown).call(
        array,
      ) as unknown as Iterator<unknown>;
      const both = (): void => expect(iterator.next()).toStrictEqual(native.next());
      both();
      array.push("c");
      for (let i = 0; i < 4; i++) both();
      array.push("too late");
      both();
    }
  });
});

describe("methods of arrays that take a callback", () => {
  const callbacks: unknown[] = [
    (item: unknown) => item,
    (item: unknown) => item === 3 || item === "a",
    (_item: unknown, index: number) => index > 1,
    (_item: unknown, _index: number, array: unknown[]) => array.length > 4,
    (item: unknown) => [item, item],
    () => {
      throw new RangeError("enough");
    },
    function (this: { key: unknown } | undefined, item: unknown) {
      return this?.key === item;
    },
    undefined,
    null,
    5,
    "text",
    {},
    [],
    Symbol("s"),
  ];
  const names = [
    "every",
    "some",
    "filter",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
    "map",
    "flatMap",
    "forEach",
  ];

  it.each(names)("%s", (name) => expect(check(name, callbacks, [{ key: 3 }])).toStrictEqual([]));

  it.each(["reduce", "reduceRight"])("%s", (name) => {
    const combine = (all: unknown, item: unknown, index: number, array: unknown[]): string =>
      `${String(all)},${String(item)}@${index}/${array.length}`;
    expect(check(name, [combine, undefined, 5], [undefined, "start", 0])).toStrictEqual([]);
  });

  it.each(names)("%s goes no further than the array was long", (name) => {
    const grow = (item: unknown, _index: number, array: unknown[]): boolean => array.push(item) > 100;
    expect(check(name, [grow])).toStrictEqual([]);
  });

  it.each(["every", "filter", "forEach", "flatMap", "reduceRight"])("%s stops where the array ends", (name) => {
    const shrink = (...args: unknown[]): boolean => {
      (args.at(-1) as unknown[]).pop();
      return true;
    };
    expect(check(name, [shrink])).toStrictEqual([]);
  });
});

describe("sort", () => {
  const byNumber = (a: number, b: number): number => a - b;

  it("orders by text, undefined last", () => {
    const mixed = [10, 9, undefined, 1, null, "b", true, -1];
    expect([
      ...check("sort", [undefined, null, 5, "x", {}]),
      ...check("toSorted", [undefined, null, 5, "x", {}]),
      ...callDifferences(LibraryArray, mixed, "sort", []),
    ]).toStrictEqual([]);
  });

  it("orders as the comparison says, stably", () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat());
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 400, size: "max" }), (pairs) => {
        expect([
          ...callDifferences(LibraryArray, pairs, "sort", [(a: number[], b: number[]) => a[0]! - b[0]!]),
          ...callDifferences(LibraryArray, pairs, "toSorted", [(a: number[], b: number[]) => b[0]! - a[0]!]),
        ]).toStrictEqual([]);
      }),
    );
  });

  it("orders texts and numbers without a comparison", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(undefined))), (values) => {
        expect(callDifferences(LibraryArray, values, "sort", [])).toStrictEqual([]);
      }),
    );
  });

  it.each([0, 1, 2, 63, 64, 65, 127, 128, 1000, 5000])("handles runs of any form in %s elements", (length) => {
    const forms = [
      (i: number) => i,
      (i: number) => -i,
      (i: number) => i % 7,
      (i: number) => (i * 7919) % 1009,
      (i: number) => (i < length / 2 ? i : length - i),
      (i: number) => Math.floor(i / 100) * (i % 2 === 0 ? 1 : -1),
    ];
    const arrays = forms.map((form) => Array.from({ length }, (_, i) => form(i)));
    expect(arrays.flatMap((array) => callDifferences(LibraryArray, array, "sort", [byNumber]))).toStrictEqual([]);
  });

  it("asks for the same comparisons as V8 below 64 elements, so that contradictory ones give the same order", () => {
    const log = (sort: (compare: (a: number, b: number) => number) => unknown): unknown[] => {
      const asked: unknown[] = [];
      const result = sort((a, b) => {
        asked.push([a, b]);
        return a > b ? 1 : -1;
      });
      return [asked, result];
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 63, size: "max" }), (values) => {
        expect(log((compare) => LibraryArray.prototype.sort.call([...values], compare as never))).toStrictEqual(
          log((compare) => [...values].sort(compare)),
        );
      }),
    );
  });

  it("leaves the array as it was if the comparison throws", () => {
    const refuse = (): never => {
      throw new Error("no");
    };
    expect(callDifferences(LibraryArray, [3, 2, 1], "sort", [refuse])).toStrictEqual([]);
  });
});

describe("the static side of Array", () => {
  it("makes arrays of a length or of items", () => {
    const ours = {
      call: LibraryArray["@@call"],
      "call/0": LibraryArray["@@call/0"],
      "call/1": LibraryArray["@@call/1"],
    };
    const theirs = { call: (...items: unknown[]) => [...(Array as (...items: unknown[]) => unknown[])(...items)] };
    const all = [[], [0], [3], [2, 3], ["3"], [undefined], [-1], [1.5], [NaN]];
    expect(all.flatMap((items) => staticDifferences(ours, theirs, "call", items))).toStrictEqual([]);
    expect(filledArray(3, "x")).toStrictEqual(["x", "x", "x"]);
  });

  it("from", () => {
    const sources = [
      () => [1, 2],
      () => "a😀b",
      () => new Set([1, 2]),
      () => new Map([[1, 2]]),
      () => ({ length: 3 }),
      () => ({ length: 2.9, 0: "x", 1: "y", 2: "z" }),
      () => ({ length: "2", 0: "x" }),
      () => ({ length: -1 }),
      () => ({}),
      () => ({ length: 1e10 }),
    ];
    const maps = [
      undefined,
      (item: unknown, index: number) => [item, index],
      (_: unknown, index: number) => index,
      5,
      function (this: unknown, item: unknown) {
        return [this, item];
      },
    ];
    const all = sources.flatMap((source) =>
      maps.flatMap((map) =>
        [[], [{ name: "receiver" }]].flatMap((rest) =>
          actionDifferences(
            `from ${String(source)}`,
            () => LibraryArray.from(source() as never, map as never, ...rest),
            () => Array.from(source() as never, map as never, ...rest),
          ),
        ),
      ),
    );
    expect(all).toStrictEqual([]);
  });

  it("of, isArray", () => {
    expect(LibraryArray.of(1, undefined)).toStrictEqual([1, undefined]);
    const values = [[], {}, "a", undefined];
    expect(values.map((value) => LibraryArray.isArray(value))).toStrictEqual([true, false, false, false]);
  });
});
