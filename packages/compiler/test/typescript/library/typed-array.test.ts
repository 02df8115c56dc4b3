import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { ArrayBuffer as LibraryBuffer } from "../../../src/typescript/library/array-buffer.ts";
import { Uint8Array as LibraryUint8Array } from "../../../src/typescript/library/uint8-array.ts";
import { Uint16Array as LibraryUint16Array } from "../../../src/typescript/library/uint16-array.ts";
import { actionDifferences, outcomeOf } from "./compare.ts";
import type { AnyArray, AnyClass } from "./typed-classes.ts";
import { bigints, named, numbers, values } from "./typed-classes.ts";

const callbacks = {
  isLarge: (x: unknown) => (x as number) > 2,
  indexIsOdd: (_x: unknown, i: unknown) => (i as number) % 2 === 1,
  // Not a number comes last here too: what a comparison that contradicts itself makes of an array depends on the engine.
  descending: (a: unknown, b: unknown) =>
    Number.isNaN(a)
      ? 1
      : Number.isNaN(b)
        ? -1
        : Number((a as number) < (b as number)) - Number((a as number) > (b as number)),
  double: (x: unknown) => (typeof x === "bigint" ? x * 2n : (x as number) * 2),
  append: (text: unknown, x: unknown, i: unknown) => `${String(text)}${String(x)}${String(i)}`,
};

/** An array of either implementation as what it holds. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return typeof (value as AnyArray).copyWithin === "function" && !Array.isArray(value)
    ? { class: value.constructor.name, items: [...(value as AnyArray)] }
    : value;
}

/** Calls a method on two arrays of the same elements; tells of differences in what it gives, throws and leaves. */
function differences(ours: AnyClass, theirs: AnyClass, items: unknown[], name: string, args: unknown[]): string[] {
  const [first, second] = [new ours(items), new theirs(items)];
  const special = first[`${name}/${args.length}`] ? `${name}/${args.length}` : name;
  return actionDifferences(
    `${name}(${args.map(String).join()})`,
    () => [plain(first[special]!(...args)), [...first]],
    () => [plain(second[name]!(...args)), [...second]],
  );
}

const starts = [[], [1], [-2], [1, 3], [2, -1], [5, 1], [NaN, 99], [undefined, 2]];
const tests = [[callbacks.isLarge], [callbacks.indexIsOdd]];
const calls: Record<string, unknown[][]> = {
  at: [[0], [-1], [99], [1.9], [NaN]],
  copyWithin: [
    [0, 2],
    [1, 0, 3],
    [-3, -5, -1],
    [2, 0],
    [99, 0],
  ],
  every: tests,
  filter: tests,
  find: tests,
  findIndex: tests,
  findLast: tests,
  findLastIndex: tests,
  some: tests,
  map: [[callbacks.double]],
  join: [[], ["-"], [undefined]],
  reduce: [[callbacks.append], [callbacks.append, "x"], [callbacks.append, undefined]],
  reduceRight: [[callbacks.append], [callbacks.append, "x"]],
  reverse: [[]],
  slice: starts,
  subarray: starts,
  sort: [[], [callbacks.descending]],
  toSorted: [[], [callbacks.descending]],
  toReversed: [[]],
  toString: [[]],
  toLocaleString: [[], ["de"]],
};

describe("typed arrays", () => {
  describe.each([...named(numbers), ...named(bigints)])("%s", (name, ours, theirs) => {
    const isBig = name.startsWith("Big");
    const items = isBig ? [3n, -1n, 2n ** 64n + 5n, 0n, -(2n ** 63n), 7n] : values;
    const one = isBig ? 7n : 2.5;

    it("is made of a length, an array, an iterable and another", () => {
      const sources = [
        undefined,
        3,
        "2",
        null,
        -1,
        items,
        new Set<unknown>(items),
        [],
        ["4", null, {}],
        { length: 1, 0: one },
      ];
      expect(
        sources.flatMap((source) =>
          actionDifferences(
            String(source),
            () => plain(new ours(source)),
            () => plain(new theirs(source)),
          ),
        ),
      ).toStrictEqual([]);
      expect(plain(new ours(new ours(items)))).toStrictEqual(plain(new theirs(items)));
      expect(plain(ours["from"]!(items))).toStrictEqual(plain(theirs["from"]!(items)));
      expect(plain(ours["from"]!(items, callbacks.double))).toStrictEqual(
        plain(theirs["from"]!(items, callbacks.double)),
      );
      expect(plain(ours["of"]!(...items))).toStrictEqual(plain(theirs["of"]!(...items)));
      expect((ours as unknown as typeof Int8Array).BYTES_PER_ELEMENT).toBe(
        (theirs as unknown as typeof Int8Array).BYTES_PER_ELEMENT,
      );
    });

    it.each(Object.entries(calls))("%s", (method, lists) => {
      const applicable = isBig && method === "toLocaleString" ? [[]] : lists;
      for (const given of [items, []]) {
        expect(applicable.flatMap((args) => differences(ours, theirs, given, method, args))).toStrictEqual([]);
      }
    });

    it("searches, fills and sets", () => {
      const odd = [one, isBig ? 1 : 1n, NaN, -0, "3", undefined];
      for (const method of ["includes", "indexOf", "lastIndexOf"]) {
        const lists = odd.flatMap((item) => [[item], [item, 1], [item, -2]]);
        expect(lists.flatMap((args) => differences(ours, theirs, items, method, args))).toStrictEqual([]);
      }
      const fills = [[one], [one, 1], [one, 1, -1], [one, 9], [isBig ? 1 : "5"], [isBig ? "5" : undefined]];
      expect(fills.flatMap((args) => differences(ours, theirs, items, "fill", args))).toStrictEqual([]);
      const sets = [[[one]], [[one, one], 2], [[], 6], [[one], 99], [[one], -1], [{ length: 1, 0: one }, 1]];
      expect(sets.flatMap((args) => differences(ours, theirs, items, "set", args))).toStrictEqual([]);
      const withs = [
        [0, one],
        [-1, one],
        [99, one],
        [-99, one],
        [1.5, one],
      ];
      expect(withs.flatMap((args) => differences(ours, theirs, items, "with", args))).toStrictEqual([]);
    });

    it("is iterated over", () => {
      for (const method of ["keys", "values", "entries"]) {
        const lists = [ours, theirs].map((type) => [...(new type(items)[method]!() as Iterable<unknown>)]);
        expect(lists[0]).toStrictEqual(lists[1]);
      }
      const seen = [ours, theirs].map((type) => {
        const log: unknown[] = [];
        new type(items)["forEach"]!((item: unknown, index: unknown) => log.push(item, index));
        return log;
      });
      expect(seen[0]).toStrictEqual(seen[1]);
    });

    it("refuses views that do not fit", () => {
      const lists = [[], [8], [1], [-8], [16], [24], [0, 1], [8, 1], [8, 99], [0, -1], [1, 1], [undefined, 1]];
      for (const bytes of [16, 15]) {
        expect(
          lists.flatMap((args) =>
            actionDifferences(
              `${bytes} ${args.join()}`,
              () => plain(new ours(new LibraryBuffer(bytes), ...args)),
              () => plain(new theirs(new ArrayBuffer(bytes), ...args)),
            ),
          ),
        ).toStrictEqual([]);
      }
    });

    it("sets and gets elements by index", () => {
      const [first, second] = [new ours(4), new theirs(4)];
      for (const [index, item] of [...items, ...(isBig ? ["9", true] : ["9", null, undefined, true, []])].entries()) {
        const set = first["@@set"]!.bind(first);
        expect(outcomeOf(() => set(index % 6, item))).toStrictEqual(
          outcomeOf(() => {
            (second as unknown as unknown[])[index % 6] = item;
          }),
        );
        const get = first["@@get"]!.bind(first);
        expect([0, 1, 2, 3, 4, -1].map((at) => get(at))).toStrictEqual(
          [0, 1, 2, 3, 4, -1].map((at) => (second as unknown as unknown[])[at]),
        );
      }
      expect(() => ours["@@call"]!()).toThrow(`Constructor ${name} requires 'new'`);
    });
  });

  it("copies from one type to another", () => {
    for (const [, ours, theirs] of named(numbers)) {
      for (const [, from, other] of named(numbers)) {
        const [first, second] = [new ours(16), new theirs(16)];
        first["set"]!(new from(values), 2);
        second["set"]!(new other(values), 2);
        expect([plain(first), plain(new ours(new from(values)))]).toStrictEqual([
          plain(second),
          plain(new theirs(new other(values))),
        ]);
      }
    }
  });

  it("writes what is copied from the same buffer as if it had been put aside", () => {
    const results = [
      [LibraryUint8Array, LibraryUint16Array],
      [Uint8Array, Uint16Array],
    ].map((pair) => {
      const [bytes, halves] = pair as unknown as [AnyClass, AnyClass];
      const list = new bytes([1, 2, 3, 4, 5, 6, 7, 8]);
      const view = new halves(list.buffer, 0, 3);
      list["set"]!(view, 1);
      list["set"]!(list["subarray"]!(0, 4), 2);
      list["set"]!(list["subarray"]!(4, 7), 3);
      return [...list];
    });
    expect(results[0]).toStrictEqual(results[1]);
  });
});
