import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import "./intrinsics-shim.ts";
import { Map as MapOfLibrary } from "../../../src/typescript/library/map.ts";
import { Set as SetOfLibrary } from "../../../src/typescript/library/set.ts";
import { actionDifferences } from "./compare.ts";
import { asNative } from "./iterable.ts";

const LibraryMap = asNative<MapConstructor>(MapOfLibrary);
const LibrarySet = asNative<SetConstructor>(SetOfLibrary);

const object = { name: "object" };
const symbol = Symbol("symbol");
const keys: unknown[] = [
  0,
  -0,
  1,
  -1,
  1.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  2 ** 32,
  -(2 ** 31),
  1e300,
  5e-324,
  "",
  "a",
  "1",
  "0",
  true,
  false,
  undefined,
  null,
  1n,
  2n ** 70n,
  object,
  {},
  [],
  symbol,
  describe,
];

const key = fc.oneof(fc.integer({ min: -4, max: 12 }), fc.constantFrom(...keys), fc.double());

type Command =
  | { type: "set" | "delete" | "has" | "get"; key: unknown }
  | { type: "clear" }
  | { type: "start" | "step" | "forEach" };

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("set" as const), key }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("delete" as const), key }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("has" as const, "get" as const), key }) },
  { weight: 1, arbitrary: fc.constant({ type: "clear" as const }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom("start" as const, "step" as const, "forEach" as const) }) },
);

interface MapLike {
  size: number;
  set(key: unknown, value: unknown): unknown;
  get(key: unknown): unknown;
  has(key: unknown): boolean;
  delete(key: unknown): boolean;
  clear(): void;
  entries(): IterableIterator<unknown>;
  forEach(callback: (value: unknown, key: unknown) => void): void;
}

/** What a sequence of commands shows, with iterators that live across them. */
function observe(map: MapLike, commands: readonly Command[]): unknown[] {
  const iterators: ReturnType<MapLike["entries"]>[] = [];
  const seen: unknown[] = [];
  for (const [at, command] of commands.entries()) {
    if (command.type === "set") map.set(command.key, at);
    else if (command.type === "clear") map.clear();
    else if (command.type === "start") iterators.push(map.entries());
    else if (command.type === "step") for (const iterator of iterators) seen.push(iterator.next());
    else if (command.type === "forEach") {
      let left = 5;
      map.forEach((value, key) => {
        seen.push([key, value]);
        if (left-- > 0) {
          map.delete(key);
          map.set(key, "again");
        }
      });
    } else if ("key" in command) seen.push(map[command.type](command.key));
    seen.push(map.size);
  }
  return [...seen, ...iterators.map((iterator) => [...iterator])];
}

describe("Map", () => {
  it("does what JavaScript's does, whatever the order of operations", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 120 }), (commands) => {
        expect(observe(new LibraryMap() as never, commands)).toStrictEqual(observe(new Map() as never, commands));
      }),
      { numRuns: 500 },
    );
  });

  it("keeps its order when entries come and go by the thousand", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 400 })), fc.boolean(), (stream, texts) => {
        const ours = new LibraryMap<unknown, number>();
        const theirs = new Map<unknown, number>();
        const iterators = [ours.keys(), theirs.keys()] as const;
        const seen: [unknown[], unknown[]] = [[], []];
        for (let i = 0; i < 3000; i++) {
          const number = stream.next().value;
          const key = texts ? `${number}` : number * 0.5;
          for (const [side, map] of [ours as unknown as typeof theirs, theirs].entries()) {
            if (i % 3 === 2) seen[side]?.push(map.delete(key));
            else map.set(key, i);
            if (i % 7 === 0) seen[side]?.push(iterators[side]?.next());
          }
        }
        expect(seen[0]).toStrictEqual(seen[1]);
        expect([...ours]).toStrictEqual([...theirs]);
      }),
      { numRuns: 10 },
    );
  });

  it("is made of entries, passing through an overridden `set`", () => {
    class Doubling<K> extends LibraryMap<K, number> {
      override set(key: K, value: number): this {
        return super.set(key, value * 2);
      }
    }
    expect([...new Doubling([["a", 1] as const, ["b", 2] as const])]).toStrictEqual([
      ["a", 2],
      ["b", 4],
    ]);
    expect(new LibraryMap(null).size + new LibraryMap(undefined).size).toBe(0);
    expect(new LibraryMap(new LibraryMap([[1, 2]]) as never).get(1)).toBe(2);
  });

  test.each<[string, (type: typeof Map) => unknown]>([
    ["an entry that is none", (type) => new type([1 as never])],
    ["forEach without a function", (type) => new type().forEach(undefined as never)],
  ])("complains as V8 does about %s", (label, action) => {
    expect(
      actionDifferences(
        label,
        () => action(LibraryMap as never),
        () => action(Map),
      ),
    ).toStrictEqual([]);
  });

  it("has the other methods and iterators", () => {
    const map = new LibraryMap<string | number, number>([
      ["a", 1],
      [2, 2],
    ]);
    expect([[...map.keys()], [...map.values()], [...map.entries()]]).toStrictEqual([
      ["a", 2],
      [1, 2],
      [
        ["a", 1],
        [2, 2],
      ],
    ]);
    const receiver = { sum: 0 };
    map.forEach(function (this: { sum: number }, value) {
      this.sum += value;
    }, receiver);
    expect(receiver.sum).toBe(3);
    expect([...(MapOfLibrary.groupBy([1, 2, 3], (n, i) => (n + i) % 3) as unknown as Iterable<unknown>)]).toStrictEqual(
      [
        [1, [1]],
        [0, [2]],
        [2, [3]],
      ],
    );
    expect(Object.keys(map)).toStrictEqual([]);
  });
});

describe("Set", () => {
  const lists: unknown[][] = [[], [1], [1, 2, 3], [3, 2, "a", NaN], [-0, "a", object], keys];

  it("keeps values once, in order", () => {
    for (const list of lists) {
      const [ours, theirs] = [new LibrarySet([...list, ...list]), new Set([...list, ...list])];
      expect([[...ours], ours.size, [...ours.entries()]]).toStrictEqual([
        [...theirs],
        theirs.size,
        [...theirs.entries()],
      ]);
      for (const value of keys)
        expect([ours.has(value), ours.delete(value)]).toStrictEqual([theirs.has(value), theirs.delete(value)]);
      expect(ours.size).toBe(theirs.size);
    }
  });

  it("visits what is added and not what is removed while it is iterated", () => {
    const observe = (set: Set<number>): number[] => {
      const seen: number[] = [];
      set.forEach((value) => {
        seen.push(value);
        if (value < 40) set.add(value + 3).delete(value + 1);
      });
      for (const value of set.values()) {
        seen.push(value);
        if (seen.length < 80) {
          set.delete(value);
          set.add(value);
        }
      }
      return seen;
    };
    expect(observe(new LibrarySet([1, 2, 3]) as never)).toStrictEqual(observe(new Set([1, 2, 3])));
  });

  /** As ECMAScript 2025 defines them, on lists. */
  const combine: Record<string, (a: unknown[], b: unknown[]) => unknown> = {
    union: (a, b) => [...new Set([...a, ...b])],
    intersection: (a, b) => (a.length <= b.length ? a : b).filter((value) => a.includes(value) && b.includes(value)),
    difference: (a, b) => a.filter((value) => !b.includes(value)),
    symmetricDifference: (a, b) => [
      ...a.filter((value) => !b.includes(value)),
      ...b.filter((value) => !a.includes(value)),
    ],
    isSubsetOf: (a, b) => a.every((value) => b.includes(value)),
    isSupersetOf: (a, b) => b.every((value) => a.includes(value)),
    isDisjointFrom: (a, b) => a.every((value) => !b.includes(value)),
  };

  test.each(Object.entries(combine))("%s", (name, expected) => {
    const values = fc.uniqueArray(fc.constantFrom(1, 2, 3, NaN, "a", "b", object), {
      comparator: "SameValueZero",
    });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const method = (LibrarySet.prototype as unknown as Record<string, (other: unknown) => unknown>)[name]!;
        const ours = method.call(new LibrarySet(a), new LibrarySet(b));
        expect(ours instanceof LibrarySet ? [...ours] : ours).toStrictEqual(expected(a, b));
      }),
    );
  });

  it("combines with maps and refuses what is no set", () => {
    const map = new LibraryMap([["a", 1]]);
    expect([...(new SetOfLibrary(["a", "b"]).intersection(map as never) as unknown as Iterable<string>)]).toStrictEqual(
      ["a"],
    );
    const union = (other: object) => () =>
      (new LibrarySet([1]) as unknown as SetOfLibrary<number>).union(other as never);
    expect(union({})).toThrow("The .size property is NaN");
    expect(union({ size: -1 })).toThrow("'-1' is an invalid size");
  });
});
