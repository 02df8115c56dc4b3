import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { Dictionary } from "../../../src/typescript/library/dictionary.ts";
import { Function as LibraryFunction } from "../../../src/typescript/library/function.ts";
import { Object as LibraryObject } from "../../../src/typescript/library/object.ts";
import { enumerateKeys, omit, spreadObject } from "../../../src/typescript/library/properties.ts";
import { actionDifferences, outcomeOf, staticDifferences } from "./compare.ts";

type Statics = Record<string, (...args: unknown[]) => unknown>;
const same = (name: string, ...args: unknown[]): string[] => staticDifferences(LibraryObject, Object, name, args);
const ours = LibraryObject as unknown as Statics;

class Point {
  x = 1;
  y = 2;
  get sum(): number {
    return this.x + this.y;
  }
}

const values: unknown[] = [
  {},
  { a: 1, b: undefined, 5: "five", 1: "one" },
  new Point(),
  [],
  ["x", undefined],
  "",
  "a😀",
  5,
  true,
  undefined,
  null,
];

/** A dictionary that was written to as an object, as an object. */
function plain(value: unknown): unknown {
  return value instanceof Dictionary ? { ...value } : value;
}

describe("the static side of Object", () => {
  it.each(["keys", "values", "entries", "getOwnPropertyNames"])("%s", (name) => {
    expect(values.flatMap((value) => same(name, value))).toStrictEqual([]);
  });

  it("hasOwn", () => {
    const keys = ["a", "x", "sum", "0", 1, "01", "-1", "1.0", "length", "", "4294967296", undefined];
    expect(values.flatMap((value) => keys.flatMap((key) => same("hasOwn", value, key)))).toStrictEqual([]);
  });

  it("assign", () => {
    const all = [[], [{ a: 2 }], [{ a: 2 }, { b: 3, a: 4 }], [null, undefined, 5, "xy", [7], new Point()]];
    // Each side has a target of its own.
    const assign = (statics: unknown, special: string) => (sources: unknown[]) => (): unknown =>
      (statics as Statics)[`assign${special}`]!({ a: 1 }, ...sources);
    const natively = assign(Object, "");
    expect(
      all.flatMap((sources) => actionDifferences("assign", assign(ours, "")(sources), natively(sources))),
    ).toStrictEqual([]);
    expect(actionDifferences("assign/2", assign(ours, "/2")([{ b: 2 }]), natively([{ b: 2 }]))).toStrictEqual([]);
    expect([null, undefined].flatMap((target) => same("assign", target, {}))).toStrictEqual([]);
  });

  it("is", () => {
    const all = [0, -0, NaN, 1, "a", "", true, null, undefined, 5n, Symbol.iterator, {}, {}, []];
    expect(all.flatMap((a) => all.flatMap((b) => same("is", a, b)))).toStrictEqual([]);
  });

  it("fromEntries", () => {
    const sources: unknown[] = [
      [],
      [["a", 1]],
      [
        [1, "x"],
        ["a", undefined],
      ],
      new Map([["k", { deep: true }]]),
      [5],
      [undefined],
    ];
    const all = sources.flatMap((source) =>
      actionDifferences(
        "fromEntries",
        () => plain(ours.fromEntries!(source)),
        () => Object.fromEntries(source as []),
      ),
    );
    expect(all).toStrictEqual([]);
  });

  it("groupBy", () => {
    const groups = ours.groupBy!([1, 2, 3, 4], (item: unknown, index: unknown) =>
      (item as number) > 2 ? "high" : index,
    );
    expect(plain(groups)).toStrictEqual({ 0: [1], 1: [2], high: [3, 4] });
    expect(outcomeOf(() => ours.groupBy!([], 5)).error).toBe("TypeError: number 5 is not a function");
  });

  it("create, freeze and calls", () => {
    expect(plain(ours.create!(null))).toStrictEqual({});
    expect([undefined, 5].flatMap((value) => same("create", value))).toStrictEqual([]);
    const object = { a: 1 };
    expect(ours.freeze!(object)).toBe(object);
    expect(ours["@@call"]!(object)).toBe(object);
    expect([plain(ours["@@call"]!()), plain(ours["@@call"]!(null))]).toStrictEqual([{}, {}]);
  });
});

describe("what freezing leaves behind", () => {
  it("is known to isFrozen and isSealed", () => {
    for (const value of [5, "a", undefined, null]) {
      expect([ours.isFrozen!(value), ours.isSealed!(value), ours.isExtensible!(value)]).toStrictEqual([
        true,
        true,
        false,
      ]);
    }
    for (const value of [{}, [], () => 1]) {
      expect([ours.isFrozen!(value), ours.isSealed!(value), ours.isExtensible!(value)]).toStrictEqual([
        false,
        false,
        true,
      ]);
      ours.seal!(value);
      expect([ours.isFrozen!(value), ours.isSealed!(value), ours.isExtensible!(value)]).toStrictEqual([
        false,
        true,
        false,
      ]);
      ours.freeze!(value);
      expect([ours.isFrozen!(value), ours.isSealed!(value), ours.isExtensible!(value)]).toStrictEqual([
        true,
        true,
        false,
      ]);
    }
  });
});

describe("the methods of every object", () => {
  it("toString names the kind", () => {
    const all = [...values, () => 1, Symbol("s"), 5n, new Map(), { [Symbol.toStringTag]: "Own" }];
    for (const value of all) {
      expect(LibraryObject.prototype.toString.call(value)).toBe(Object.prototype.toString.call(value));
    }
  });

  it("hasOwnProperty, propertyIsEnumerable", () => {
    for (const value of values.filter((each) => each !== undefined && each !== null)) {
      for (const key of ["a", "x", "0", "length"]) {
        for (const name of ["hasOwnProperty", "propertyIsEnumerable"] as const) {
          expect(LibraryObject.prototype[name].call(value, key)).toBe(Object.prototype[name].call(value, key));
        }
      }
    }
  });

  it("valueOf, toLocaleString", () => {
    const object = { toString: () => "own" };
    expect(LibraryObject.prototype.valueOf.call(object as never)).toBe(object);
    expect(LibraryObject.prototype.toLocaleString.call(object as never)).toBe("own");
  });
});

describe("properties", () => {
  it("of null cannot be taken apart", () => {
    for (const source of [null, undefined]) {
      expect(outcomeOf(() => omit(source, "a")).error).toBe(
        `TypeError: Cannot destructure '${source}' as it is ${source}.`,
      );
    }
  });

  it("are enumerated, spread and left out", () => {
    expect(enumerateKeys({ b: 1, a: 2, 3: 3 })).toStrictEqual(["3", "b", "a"]);
    expect([enumerateKeys(null), enumerateKeys(undefined), enumerateKeys(5)]).toStrictEqual([[], [], []]);
    for (const value of values) expect(spreadObject({ a: 0 }, value)).toStrictEqual({ a: 0, ...(value as object) });
    const { a, ...rest } = { a: 1, b: 2, c: 3 };
    expect(plain(omit({ a, ...rest }, "a"))).toStrictEqual(rest);
    expect(plain(omit({ a, ...rest }))).toStrictEqual({ a, ...rest });
    expect(plain(omit({ 1: 1, 2: 2, a }, 1, Symbol("s"), "a"))).toStrictEqual({ 2: 2 });
    expect(plain(omit(["x", "y"], "0"))).toStrictEqual({ 1: "y" });
  });
});

describe("Function", () => {
  function list(this: unknown, ...args: unknown[]): unknown[] {
    return [this, ...args];
  }

  it("binds and calls", () => {
    const { bind, call, toString } = LibraryFunction.prototype;
    for (const first of [[], [1], [1, 2]]) {
      for (const later of [[], [3], [3, 4]]) {
        expect(bind.call(list, "self", ...first)(...later)).toStrictEqual(list.call("self", ...first, ...later));
      }
    }
    expect(LibraryFunction.prototype["bind/1"].call(list, "self")(1, 2)).toStrictEqual(["self", 1, 2]);
    expect(call.call(list, "self", 1)).toStrictEqual(["self", 1]);
    expect(toString.call(list as never)).toBe("function list() { [native code] }");
    const described = Object.getOwnPropertyDescriptors(LibraryFunction.prototype);
    expect([
      described.name.get?.call(list),
      described.length.get?.call((a: unknown, b: unknown) => [a, b]),
    ]).toStrictEqual(["list", 2]);
  });
});
