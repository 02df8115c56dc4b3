import type { JavascriptValueType } from "@rune/schema";
import { javascriptFunctions } from "@rune/schema";
import { describe, expect, it } from "vitest";
import { createJavascriptFunctions } from "../../src/javascript/index.ts";

type Callable = (...values: unknown[]) => unknown;

/** Lower than those that hold by default, so that what ignores them shows. */
const limits = { textLength: 4_000_000, bigintBits: 65_536 };
const nothing = (): void => {};
/** Jobs do not run: a function that is given as one would be called, as it should. */
const functions = createJavascriptFunctions(limits, nothing, { caller: nothing, run: nothing }) as Readonly<
  Record<string, Callable>
>;
const rows = Object.entries(javascriptFunctions);

/** What looks into it has been given something that it must not look into. */
let touched: string[] = [];
const note = (trap: string) => (): never => {
  touched.push(trap);
  throw new Error(`touched by ${trap}`);
};
const trap = new Proxy(function forbidden() {}, {
  get: note("get"),
  set: note("set"),
  has: note("has"),
  apply: note("apply"),
  construct: note("construct"),
  ownKeys: note("ownKeys"),
  defineProperty: note("defineProperty"),
  deleteProperty: note("deleteProperty"),
});

const huge = "ab\u{d800}".repeat(400_000);
const numbers = [Number.NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e308, -0, 0.5, 50];
const integers = [50, 0, -1, 2 ** 31 - 1, -(2 ** 31)];
const wrong = [trap, Object.prototype, globalThis, undefined, null, Symbol.iterator, 2n ** 70n, () => {}];

/** What WASM can pass for a parameter: numbers are numbers, whatever else can be any reference. */
const absurd: Readonly<Record<JavascriptValueType, readonly unknown[]>> = {
  number: numbers,
  int: integers,
  long: [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n)],
  boolean: [0, 1, -5],
  string: [huge, "", "__proto__", "constructor", ...wrong],
  "string?": [huge, null, ...wrong],
  bigint: [1n << 60_000n, -(1n << 60_000n), 0n, ...wrong],
  symbol: [Symbol.iterator, Symbol.for("x"), ...wrong],
  "symbol?": [null, Symbol.iterator, ...wrong],
  host: [new Map(), new Date(Number.NaN), new Uint8Array(4), huge, ...wrong],
  "host?": [null, huge, ...wrong],
  callback: wrong,
};

/** Results that a guest must never hold: with them it would have all of JavaScript. */
const forbidden = new Set<unknown>([globalThis, Function, Function.prototype, Object, Object.prototype, Reflect]);

/** Longest texts: what a guest may make, and what comes of a text that it passed. */
const MAX_TEXT = Math.max(limits.textLength, huge.length * 9);
/** A call takes so long at most, in milliseconds, on a machine that does other work too. */
const MAX_TIME = 5000;

/** Each value for each parameter, with the first or the last value of the others. */
function* combine(kinds: readonly JavascriptValueType[]): Generator<unknown[]> {
  const lists = kinds.flatMap((kind) => (kind === "callback" ? [absurd.callback, absurd.host] : [absurd[kind]]));
  for (const others of [0, -1]) {
    for (const [index, list] of lists.entries()) {
      for (const value of list) yield lists.map((other, at) => (at === index ? value : other.at(others)));
    }
  }
  if (lists.length === 0) yield [];
}

function problemOf(kind: JavascriptValueType | undefined, value: unknown): string | undefined {
  if (forbidden.has(value)) return "an object of the host";
  if (typeof value === "function") return "a function";
  if (typeof value === "string" && value.length > MAX_TEXT) return `a text of ${value.length} characters`;
  if (typeof value === "bigint" && value.toString(16).length * 4 > limits.bigintBits + 64)
    return "a bigint that is too large";
  switch (kind) {
    case undefined:
      return value === undefined ? undefined : "something";
    case "number":
    case "int":
      return typeof value === "number" ? undefined : typeof value;
    case "boolean":
      return typeof value === "boolean" || typeof value === "number" ? undefined : typeof value;
    case "string":
      return typeof value === "string" ? undefined : typeof value;
    case "string?":
      return value === null || value === undefined || typeof value === "string" ? undefined : typeof value;
    case "bigint":
      return typeof value === "bigint" ? undefined : typeof value;
    case "symbol":
    case "symbol?":
      return value === null || value === undefined || typeof value === "symbol" ? undefined : typeof value;
    default:
      return undefined;
  }
}

it("implements each row, and nothing besides", () => {
  expect(Object.keys(functions).sort()).toEqual(rows.map(([name]) => name).sort());
});

describe("absurd arguments of", () => {
  it.each(rows)("%s are refused or bounded", (name, { parameters, result }) => {
    for (const values of combine(parameters)) {
      touched = [];
      const start = performance.now();
      let problem: string | undefined;
      try {
        problem = problemOf(result, functions[name]!(...values));
      } catch (error) {
        problem = error instanceof Error ? undefined : "it threw what is no error";
      }
      const shown = values.map((value) => (value === trap ? "trap" : typeof value)).join(", ");
      expect(touched, `${name}(${shown}) looks into what it was given`).toEqual([]);
      expect(problem, `${name}(${shown}) gives`).toBeUndefined();
      expect(performance.now() - start, `${name}(${shown}) takes`).toBeLessThan(MAX_TIME);
    }
  });
});
