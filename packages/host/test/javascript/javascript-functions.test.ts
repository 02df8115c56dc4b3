import { javascriptFunctions, type JavascriptValueType } from "@rune/schema";
import { describe, expect, it, test, vi } from "vitest";
import { createJavascriptFunctions } from "../../src/javascript/index.ts";

type AnyFunction = (...values: unknown[]) => unknown;

function create(...parameters: Parameters<typeof createJavascriptFunctions>): Record<string, AnyFunction> {
  return createJavascriptFunctions(...parameters) as unknown as Record<string, AnyFunction>;
}

const functions = create({}, () => {});
const call = (name: string, ...values: unknown[]): unknown => functions[name]?.(...values);

it("implements every row of the table and nothing else", () => {
  expect(Object.keys(functions).sort()).toEqual(Object.keys(javascriptFunctions).sort());
});

it("takes as many parameters as its row says", () => {
  for (const [name, { parameters }] of Object.entries(javascriptFunctions)) {
    const expected = parameters.reduce((count, type) => count + (type === "callback" ? 2 : 1), 0);
    expect([name, functions[name]?.length]).toEqual([name, expected]);
  }
});

describe("absurd arguments", () => {
  const hostile = new Proxy(
    {},
    {
      get() {
        throw new Error("a property was read");
      },
    },
  );
  /** What a module can pass as an externref, whatever the parameter is called. */
  const references: unknown[] = [
    null,
    undefined,
    true,
    0,
    -1,
    Number.NaN,
    1n << 4000n,
    "",
    "a".repeat(1000),
    "\ud800",
    Symbol("s"),
    {},
    [],
    () => hostile,
    /a/g,
    new Map(),
    new WeakMap(),
    new Date(),
    Promise.resolve(1),
    globalThis,
    hostile,
  ];
  const numbers = [0, -0, 1, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, -1e308, Infinity, -Infinity, Number.NaN];
  const integers = [0, 1, -1, 2, 36, 100, 2 ** 31 - 1, -(2 ** 31)];
  const longs = [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n)];
  const candidates = (type: JavascriptValueType): unknown[] => {
    if (type === "number") return numbers;
    if (type === "long") return longs;
    return type === "int" || type === "boolean" ? integers : references;
  };
  const fits: Record<JavascriptValueType, (value: unknown) => boolean> = {
    number: (value) => typeof value === "number",
    int: (value) => typeof value === "number" && (value | 0) === value,
    long: (value) => typeof value === "bigint",
    boolean: (value) => typeof value === "boolean",
    string: (value) => typeof value === "string",
    "string?": (value) => typeof value === "string" || value === null,
    bigint: (value) => typeof value === "bigint",
    symbol: (value) => typeof value === "symbol",
    "symbol?": (value) => typeof value === "symbol" || value === null,
    host: (value) => typeof value === "object" && value !== null,
    "host?": () => true,
    callback: () => false,
  };

  test.each(Object.entries(javascriptFunctions))("%s", (name, { parameters, result }) => {
    const lists = parameters.flatMap((type) => (type === "callback" ? [references, references] : [candidates(type)]));
    // Every value in every place, beside values that fit; a wrong one must not be converted by calling into it.
    const usual = lists.map((list) => (list === references ? "1" : 1));
    const problems: string[] = [];
    for (const [place, list] of lists.entries()) {
      for (const [at, value] of list.entries()) {
        const shifted = lists.map((other, i) => other[(i + at) % other.length]);
        for (const rest of [usual, shifted]) {
          problems.push(...attempt(name, rest.with(place, value), result));
        }
      }
    }
    if (lists.length === 0) problems.push(...attempt(name, [], result));
    expect(problems).toEqual([]);
  });

  /** What is wrong with how a function answers. */
  function attempt(name: string, values: unknown[], result: JavascriptValueType | undefined): string[] {
    const label = `${name}(${values.map((value) => typeof value).join()})`;
    try {
      const given = call(name, ...values);
      const right = result === undefined ? given === undefined : fits[result](given);
      return right ? [] : [`${label} gave ${typeof given}`];
    } catch (error) {
      const ordinary = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
      return ordinary ? [] : [`${label} threw ${String(error)}`];
    }
  }

  it("looks only into its own handles", () => {
    for (const [name, { parameters }] of Object.entries(javascriptFunctions)) {
      if (parameters[0] !== "host" || /^(host|error|promise_is|weakReference_new)/.test(name)) continue;
      for (const value of references) {
        if (name === "promise_then" && value instanceof Promise) continue;
        expect(() => call(name, value, "a", 0, "a", 0), name).toThrow(TypeError);
      }
    }
  });
});

describe("bounds", () => {
  const small = create({ textLength: 100, patternLength: 10, bigintBits: 64, errorLength: 20 });
  test.each([
    ["string_repeat", ["ab", 51], "javascript_text_too_long"],
    ["string_repeat", ["ab", 2 ** 31 - 1], "javascript_text_too_long"],
    ["string_padStart", ["a", 101, " "], "javascript_text_too_long"],
    ["string_padEnd", ["a", 2 ** 31 - 1, " "], "javascript_text_too_long"],
    ["regexp_new", ["a".repeat(11), ""], "javascript_pattern_too_long"],
    ["bigint_add", [2n ** 62n, 2n ** 62n], "javascript_bigint_too_large"],
    ["bigint_multiply", [2n ** 40n, 2n ** 40n], "javascript_bigint_too_large"],
    ["bigint_power", [3n, 10n ** 30n], "javascript_bigint_too_large"],
    ["bigint_power", [-(2n ** 40n), 5n], "javascript_bigint_too_large"],
    ["bigint_power", [15n, 64n], "javascript_bigint_too_large"],
    ["bigint_shiftLeft", [1n, 10n ** 30n], "javascript_bigint_too_large"],
    ["bigint_shiftLeft", [1n, 63n], "javascript_bigint_too_large"],
    ["bigint_shiftRight", [1n, -(10n ** 30n)], "javascript_bigint_too_large"],
    ["bigint_shiftRight", [-1n, -64n], "javascript_bigint_too_large"],
    ["bigint_fromString", ["9".repeat(65)], "javascript_bigint_too_large"],
    ["bigint_fromString", ["9".repeat(30)], "javascript_bigint_too_large"],
    ["bigint_fromNumber", [2 ** 64], "javascript_bigint_too_large"],
    ["bigint_asUintN", [1e9, -1n], "javascript_bigint_too_large"],
    ["bigint_negate", [-(2n ** 63n)], "javascript_bigint_too_large"],
  ])("%s, case %#, is refused with a code", (name, values, code) => {
    expect(() => small[name]?.(...values)).toThrow(expect.objectContaining({ name: "RangeError", code }));
  });

  test.each([
    ["string_repeat", ["ab", 50], "ab".repeat(50)],
    ["string_padStart", ["a", 3, "-"], "--a"],
    ["bigint_add", [2n ** 62n, 2n ** 61n], 2n ** 62n + 2n ** 61n],
    ["bigint_power", [2n, 62n], 2n ** 62n],
    ["bigint_power", [-1n, 10n ** 30n + 1n], -1n],
    ["bigint_power", [0n, 10n ** 30n], 0n],
    ["bigint_shiftLeft", [0n, 10n ** 30n], 0n],
    ["bigint_shiftRight", [5n, 10n ** 30n], 0n],
    ["bigint_asUintN", [8, -1n], 255n],
    ["bigint_asIntN", [8, 255n], -1n],
    ["bigint_compareText", [12n, " 12 "], 0],
    ["bigint_compareText", [12n, "1.5"], Number.NaN],
    ["bigint_compareNumber", [12n, Number.NaN], Number.NaN],
    ["bigint_compareNumber", [12n, 12.5], -1],
  ])("%s, case %#, is given", (name, values, expected) => {
    expect(small[name]?.(...values)).toEqual(expected);
  });

  it("cuts what errors say", () => {
    const error = new RangeError("m".repeat(100));
    expect(small["error_message"]?.(error)).toHaveLength(20);
    expect(String(small["error_frames"]?.(small["error_capture"]?.())).length).toBeLessThanOrEqual(20);
  });
});

describe("what the page does to built-ins later", () => {
  it("does not matter", () => {
    const patched = vi.spyOn(String.prototype, "indexOf").mockImplementation(() => {
      throw new Error("patched");
    });
    const maps = vi.spyOn(Map.prototype, "get").mockImplementation(() => "stolen");
    try {
      const index = call("index_new");
      expect(call("string_indexOf", "abc", "c", 0)).toBe(2);
      expect(call("index_add", index, "key", 7)).toBe(-1);
      expect(call("index_get", index, "key")).toBe(7);
    } finally {
      patched.mockRestore();
      maps.mockRestore();
    }
  });
});

describe("errors", () => {
  it("gives the frames of a noted stack without its own", () => {
    const frames = call("error_frames", call("error_capture")) as string;
    expect(frames).toMatch(/^\n {4}at /);
    expect(frames).not.toContain("error-functions");
  });

  it("tells errors from other values", () => {
    const error = Object.assign(new TypeError("no"), { stack: "TypeError: no\n    at f (file.js:1:1)" });
    expect([call("error_name", error), call("error_message", error)]).toEqual(["TypeError", "no"]);
    expect(call("error_frames", error)).toBe("\n    at f (file.js:1:1)");
    expect([call("error_name", { name: "x" }), call("error_name", "Error"), call("error_name", null)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
