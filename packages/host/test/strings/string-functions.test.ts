import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStringFunctions } from "../../src/strings/index.ts";
import { assembleWat } from "../compile-wat.ts";

const signatures: Record<string, string> = {
  cast: "(param externref) (result (ref extern))",
  test: "(param externref) (result i32)",
  fromCharCode: "(param i32) (result (ref extern))",
  fromCodePoint: "(param i32) (result (ref extern))",
  charCodeAt: "(param externref i32) (result i32)",
  codePointAt: "(param externref i32) (result i32)",
  length: "(param externref) (result i32)",
  concat: "(param externref externref) (result (ref extern))",
  substring: "(param externref i32 i32) (result (ref extern))",
  equals: "(param externref externref) (result i32)",
  compare: "(param externref externref) (result i32)",
  fromCharCodeArray: "(param (ref null $units) i32 i32) (result (ref extern))",
  intoCharCodeArray: "(param externref (ref null $units) i32) (result i32)",
};

const bytes = assembleWat(`(module
  (type $units (array (mut i16)))
  ${Object.entries(signatures)
    .map(([name, signature]) => `(import "wasm:js-string" "${name}" (func $${name} ${signature}))`)
    .join("\n")}
  ${Object.keys(signatures)
    .map((name) => `(export "${name}" (func $${name}))`)
    .join("\n")}
  (func (export "array") (param i32) (result (ref $units)) (array.new_default $units (local.get 0))))`);

type Functions = Record<string, (...values: unknown[]) => unknown>;

function instantiate(module: WebAssembly.Module, imports: WebAssembly.Imports): Functions {
  return new WebAssembly.Instance(module, imports).exports as Functions;
}

const options = { builtins: ["js-string"] } as object;
const native = instantiate(
  new (WebAssembly.Module as new (b: Uint8Array, o: object) => WebAssembly.Module)(bytes, options),
  {},
);
const ours = instantiate(new WebAssembly.Module(bytes), { "wasm:js-string": createStringFunctions() as never });

function outcome(functions: Functions, name: string, args: readonly unknown[]): unknown {
  try {
    return functions[name]?.(...args);
  } catch (error) {
    return error instanceof WebAssembly.RuntimeError ? "trap" : error;
  }
}

const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "a", "\ud800", "😀x", "\udc00\ud800"));
const anything = fc.oneof({ weight: 8, arbitrary: text }, fc.constantFrom(null, 7, true, {}));
const int = fc.oneof(
  fc.integer({ min: -2, max: 12 }),
  fc.integer(),
  fc.constantFrom(0x10ffff, 0x110000, 0xd800, 65_536),
);
const arguments_: Record<string, fc.Arbitrary<unknown[]>> = {
  cast: fc.tuple(anything),
  test: fc.tuple(anything),
  fromCharCode: fc.tuple(int),
  fromCodePoint: fc.tuple(int),
  charCodeAt: fc.tuple(anything, int),
  codePointAt: fc.tuple(anything, int),
  length: fc.tuple(anything),
  concat: fc.tuple(anything, anything),
  substring: fc.tuple(anything, int, int),
  equals: fc.tuple(anything, anything),
  compare: fc.tuple(anything, anything),
};

describe("functions on strings without the engine's", () => {
  it.each(Object.entries(arguments_))("%s gives what the engine's gives", (name, args) => {
    fc.assert(
      fc.property(args, (values) => {
        expect(outcome(ours, name, values)).toEqual(outcome(native, name, values));
      }),
    );
  });

  it("write into arrays of the guest and read from them", () => {
    fc.assert(
      fc.property(text, int, int, int, (value, at, start, end) => {
        const results = [native, ours].map((functions) => {
          const array = functions["array"]?.(20);
          const written = outcome(functions, "intoCharCodeArray", [value, array, at]);
          return [written, outcome(functions, "fromCharCodeArray", [array, start, end])];
        });
        expect(results[1]).toEqual(results[0]);
      }),
    );
  });

  it("read long arrays", () => {
    const array = ours["array"]?.(100_000);
    ours["intoCharCodeArray"]?.("ab".repeat(50_000), array, 0);
    expect(ours["fromCharCodeArray"]?.(array, 1, 99_999)).toBe("ba".repeat(49_999));
  });
});
