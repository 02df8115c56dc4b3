import type { ValueType } from "@rune/schema";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createInstance, type Instance } from "../src/index.ts";
import { allocator, compileWat, createEntry } from "./compile-wat.ts";

async function load(wat: string, exports: Parameters<typeof createEntry>[0]): Promise<Instance> {
  const module = compileWat(`(module ${wat})`);
  return createInstance({ module, entry: createEntry(exports), grants: new Set(), functions: {} });
}

const identity = (type: string): string => `(func (export "same") (param ${type}) (result ${type}) (local.get 0))`;
const echo = `${allocator}
  (func (export "same") (param i32 i32) (result i64)
    (i64.or (i64.extend_i32_u (local.get 0)) (i64.shl (i64.extend_i32_u (local.get 1)) (i64.const 32))))`;

const bodies: Record<ValueType, string> = {
  i32: identity("i32"),
  u32: identity("i32"),
  i64: identity("i64"),
  u64: identity("i64"),
  f32: identity("f32"),
  f64: identity("f64"),
  bool: identity("i32"),
  string: echo,
  json: echo,
};

describe("values", () => {
  test.each<[ValueType, unknown[]]>([
    ["i32", [0, -1, 2 ** 31 - 1, -(2 ** 31)]],
    ["u32", [0, 1, 2 ** 32 - 1]],
    ["i64", [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n)]],
    ["u64", [0n, 2n ** 64n - 1n]],
    ["f32", [0, 0.5, Number.NaN, Number.POSITIVE_INFINITY]],
    ["f64", [0, 0.1, Number.NaN, -Infinity, 5e-324]],
    ["bool", [true, false]],
    ["string", ["", "a", "ä😀\0\ufeff", "x".repeat(10_000)]],
    ["json", [null, true, 1.5, "a", [1, [2]], { a: { b: null }, ä: "😀" }]],
  ])("of type %s go in and come out", async (type, values) => {
    const instance = await load(bodies[type], { same: [[type], type] });
    for (const value of values) expect(instance.call("same", [value])).toEqual(value);
  });

  it("of 64 bits may be given as integers", async () => {
    const instance = await load(bodies.i64, { same: [["i64"], "i64"] });
    expect(instance.call("same", [-5])).toBe(-5n);
  });

  test.each<[ValueType, unknown[]]>([
    ["i32", [0.5, 2 ** 31, -(2 ** 31) - 1, Number.NaN, Infinity, "1", 1n, true, null, undefined, {}]],
    ["u32", [-1, 2 ** 32, 0.5, Number.NaN, "1"]],
    ["i64", [2n ** 63n, -(2n ** 63n) - 1n, 0.5, 2 ** 53, "1", Number.NaN, true]],
    ["u64", [-1n, 2n ** 64n, -1]],
    ["f32", ["1", 1n, null, undefined]],
    ["f64", ["1", 1n, null, true, [1]]],
    ["bool", [0, 1, "true", null, undefined]],
    ["string", [1, null, undefined, ["a"], new Date(0)]],
    ["json", [undefined, () => 1, 1n, Symbol("x"), { a: 1n }]],
  ])("that are no %s are refused before anything runs", async (type, values) => {
    const instance = await load(bodies[type], { same: [[type], type] });
    for (const value of values) {
      expect(() => instance.call("same", [value])).toThrow(
        expect.objectContaining({
          code: "guest_argument_type",
          data: { file: "logic/home.wasm", export: "same", parameter: "p0", type: expect.any(String) as string },
        }),
      );
    }
    expect(instance.state).toBe("running");
  });

  it("that refer to themselves are refused", async () => {
    const instance = await load(bodies.json, { same: [["json"], "json"] });
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => instance.call("same", [cycle])).toThrow(expect.objectContaining({ code: "guest_argument_type" }));
  });

  it("as text survive the way there and back", async () => {
    const text = await load(bodies.string, { same: [["string"], "string"] });
    const json = await load(bodies.json, { same: [["json"], "json"] });
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.jsonValue(), (string, value) => {
        expect(text.call("same", [string])).toBe(string);
        expect(json.call("same", [value])).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("with half a surrogate pair become what UTF-8 can hold", async () => {
    const instance = await load(bodies.string, { same: [["string"], "string"] });
    expect(instance.call("same", ["a\ud800b"])).toBe("a\ufffdb");
  });
});

describe("arguments", () => {
  it("must be as many as declared", async () => {
    const instance = await load(`(func (export "go") (param i32 i32))`, { go: [["i32", "i32"]] });
    for (const args of [[], [1], [1, 2, 3]]) {
      expect(() => instance.call("go", args)).toThrow(
        expect.objectContaining({
          code: "guest_argument_count",
          message: expect.stringContaining(`with ${args.length}`) as string,
        }),
      );
    }
    expect(instance.call("go", [1, 2])).toBeUndefined();
  });

  it("as text are freed after the call", async () => {
    const wat = `${allocator}
      (func (export "two") (param i32 i32 f64 i32 i32) (result i32) (i32.mul (global.get $held) (local.get 4)))`;
    const instance = await load(wat, { two: [["string", "f64", "json"], "i32"], held: [[], "i32"] });
    expect(instance.call("two", ["abc", 1, [1, 2]])).toBe(2 * 5);
    expect(instance.call("held")).toBe(0);
    // Nothing is allocated for the empty text.
    expect(instance.call("two", ["", 1, [1, 2]])).toBe(5);
  });

  it("as text need an allocator", async () => {
    const wat = `(memory (export "memory") 1) (func (export "go") (param i32 i32) (result i32) (local.get 1))`;
    const instance = await load(wat, { go: [["string"], "i32"] });
    expect(() => instance.call("go", ["a"])).toThrow(expect.objectContaining({ code: "module_allocator_missing" }));
    expect(instance.call("go", [""])).toBe(0);
  });

  test.each([-1, 65_536, 65_530])("do not go where a broken allocator says (%i)", async (pointer) => {
    const wat = `(memory (export "memory") 1) (func (export "rune_alloc") (param i32) (result i32) (i32.const ${pointer}))
      (func (export "rune_free") (param i32 i32)) (func (export "go") (param i32 i32) unreachable)`;
    const instance = await load(wat, { go: [["string"]] });
    expect(() => instance.call("go", ["0123456789"])).toThrow(
      expect.objectContaining({
        code: "guest_pointer_invalid",
        message: expect.stringContaining("`rune_alloc`") as string,
      }),
    );
    expect(instance.state).toBe("stopped");
  });

  it("go into memory that the allocator has just grown", async () => {
    const wat = `(memory (export "memory") 1 4)
      (func (export "rune_alloc") (param i32) (result i32)
        (if (i32.eq (memory.size) (i32.const 1)) (then (drop (memory.grow (i32.const 1))))) (i32.const 65536))
      (func (export "rune_free") (param i32 i32))
      (func (export "first") (param i32 i32) (result i32) (i32.load8_u (local.get 0)))`;
    const instance = await load(wat, { first: [["string"], "i32"] });
    expect(instance.call("first", ["A"])).toBe(65);
  });
});

describe("results", () => {
  const packed = (pointer: number, length: number): string => {
    const bits = BigInt.asIntN(64, BigInt(pointer >>> 0) | (BigInt(length >>> 0) << 32n));
    return `(memory (export "memory") 1) (data (i32.const 0) "{\\ff") (func (export "go") (result i64) (i64.const ${bits}))`;
  };

  test.each<[number, number]>([
    [0, 65_537],
    [65_536, 1],
    [-1, -1],
    [0, -1],
  ])("outside of memory break the instance (%i, %i)", async (pointer, length) => {
    const instance = await load(packed(pointer, length), { go: [[], "string"] });
    expect(() => instance.call("go")).toThrow(
      expect.objectContaining({
        code: "guest_pointer_invalid",
        message: expect.stringContaining("result of `go`") as string,
      }),
    );
    expect(instance.state).toBe("stopped");
  });

  it("that are no text or no JSON are told", async () => {
    const text = await load(packed(1, 1), { go: [[], "string"] });
    expect(() => text.call("go")).toThrow(expect.objectContaining({ code: "guest_text_invalid" }));
    const json = await load(packed(0, 1), { go: [[], "json"] });
    expect(() => json.call("go")).toThrow(expect.objectContaining({ code: "guest_result_invalid" }));
  });

  test.each<[ValueType, string]>([
    ["string", "i32"],
    ["json", "f64"],
    ["i64", "i32"],
    ["u64", "f32"],
    ["i32", "i64"],
    ["bool", "i64"],
  ])("declared as %s that are %s are told", async (declared, actual) => {
    const wat = `(memory (export "memory") 1) (func (export "go") (result ${actual}) (${actual}.const 0))`;
    const instance = await load(wat, { go: [[], declared] });
    expect(() => instance.call("go")).toThrow(expect.objectContaining({ code: "guest_result_invalid" }));
  });

  it("that nobody declared are dropped", async () => {
    const instance = await load(`(func (export "go") (result i32) (i32.const 1))`, { go: [[]] });
    expect(instance.call("go")).toBeUndefined();
  });
});

it("calls what the manifest declares and nothing else", async () => {
  const instance = await load(`${allocator} (func (export "hidden"))`, { held: [[], "i32"] });
  expect([instance.has("held"), instance.has("hidden"), instance.has("toString")]).toEqual([true, false, false]);
  for (const name of ["hidden", "rune_alloc", "toString", "__proto__"]) {
    expect(() => instance.call(name)).toThrow(expect.objectContaining({ code: "guest_export_unknown" }));
  }
});
