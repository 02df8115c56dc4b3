import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createLocal,
  createModule,
  encodeModule,
  f64,
  functionType,
  i32,
  i64,
  ifElse,
  localGet,
  localTee,
  op,
  select,
} from "../../src/wasm/index.ts";
import type { BinaryOpcode, Instruction, NumberType, UnaryOpcode } from "../../src/wasm/index.ts";

/** An expression as a tree of instructions, and what it is by JavaScript's own operators. */
interface Sample<T> {
  tree: Instruction;
  evaluate: (variable: number) => T;
}

const variable = createLocal("x", "f64");
const scratch = createLocal("scratch", "f64");

const doubleOperators: [BinaryOpcode, (a: number, b: number) => number][] = [
  ["f64.add", (a, b) => a + b],
  ["f64.sub", (a, b) => a - b],
  ["f64.mul", (a, b) => a * b],
  ["f64.div", (a, b) => a / b],
  ["f64.min", Math.min],
  ["f64.max", Math.max],
];
const doubleFunctions: [UnaryOpcode, (a: number) => number][] = [
  ["f64.neg", (a) => -a],
  ["f64.abs", Math.abs],
  ["f64.floor", Math.floor],
  ["f64.ceil", Math.ceil],
  ["f64.trunc", Math.trunc],
  ["f64.sqrt", Math.sqrt],
];
const comparisons: [BinaryOpcode, (a: number, b: number) => boolean][] = [
  ["f64.eq", (a, b) => a === b],
  ["f64.ne", (a, b) => a !== b],
  ["f64.lt", (a, b) => a < b],
  ["f64.ge", (a, b) => a >= b],
];
const integerOperators: [BinaryOpcode, (a: number, b: number) => number][] = [
  ["i32.add", (a, b) => (a + b) | 0],
  ["i32.sub", (a, b) => (a - b) | 0],
  ["i32.mul", Math.imul],
  ["i32.and", (a, b) => a & b],
  ["i32.or", (a, b) => a | b],
  ["i32.xor", (a, b) => a ^ b],
  ["i32.shl", (a, b) => a << b],
  ["i32.shr_s", (a, b) => a >> b],
  ["i32.shr_u", (a, b) => (a >>> b) | 0],
  ["i32.lt_s", (a, b) => Number(a < b)],
  ["i32.gt_u", (a, b) => Number(a >>> 0 > b >>> 0)],
];
const longOperators: [BinaryOpcode, (a: bigint, b: bigint) => bigint][] = [
  ["i64.add", (a, b) => a + b],
  ["i64.sub", (a, b) => a - b],
  ["i64.mul", (a, b) => a * b],
  ["i64.and", (a, b) => a & b],
  ["i64.xor", (a, b) => a ^ b],
  ["i64.shl", (a, b) => a << (b & 63n)],
];

function saturate(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(value))) + 0;
}

const { double, integer } = fc.letrec<{ double: Sample<number>; integer: Sample<number> }>((tie) => ({
  double: fc.oneof(
    { depthSize: "small" },
    fc.constant({ tree: localGet(variable), evaluate: (x: number) => x }),
    fc.double().map((value) => ({ tree: f64(value), evaluate: () => value })),
    fc.tuple(fc.constantFrom(...doubleOperators), tie("double"), tie("double")).map(([[opcode, apply], a, b]) => ({
      tree: op(opcode, a.tree, b.tree),
      evaluate: (x: number) => apply(a.evaluate(x), b.evaluate(x)),
    })),
    fc.tuple(fc.constantFrom(...doubleFunctions), tie("double")).map(([[opcode, apply], a]) => ({
      tree: op(opcode, a.tree),
      evaluate: (x: number) => apply(a.evaluate(x)),
    })),
    fc.tuple(tie("integer"), tie("double"), tie("double")).map(([condition, a, b]) => ({
      tree: ifElse(condition.tree, [a.tree], [b.tree], "f64"),
      evaluate: (x: number) => (condition.evaluate(x) ? a : b).evaluate(x),
    })),
    tie("double").map((a) => ({
      tree: op("f64.add", localTee(scratch, a.tree), localGet(scratch)),
      evaluate: (x: number) => a.evaluate(x) * 2,
    })),
    tie("integer").map((a) => ({ tree: op("f64.convert_i32_s", a.tree), evaluate: a.evaluate })),
  ),
  integer: fc.oneof(
    { depthSize: "small" },
    fc.integer().map((value) => ({ tree: i32(value), evaluate: () => value })),
    tie("double").map((a) => ({
      tree: op("i32.trunc_sat_f64_s", a.tree),
      evaluate: (x: number) => saturate(a.evaluate(x)),
    })),
    fc.tuple(fc.constantFrom(...comparisons), tie("double"), tie("double")).map(([[opcode, apply], a, b]) => ({
      tree: op(opcode, a.tree, b.tree),
      evaluate: (x: number) => Number(apply(a.evaluate(x), b.evaluate(x))),
    })),
    fc.tuple(fc.constantFrom(...integerOperators), tie("integer"), tie("integer")).map(([[opcode, apply], a, b]) => ({
      tree: op(opcode, a.tree, b.tree),
      evaluate: (x: number) => apply(a.evaluate(x), b.evaluate(x)),
    })),
    fc.tuple(tie("integer"), tie("integer"), tie("integer")).map(([condition, a, b]) => ({
      tree: select(a.tree, b.tree, condition.tree),
      evaluate: (x: number) => (condition.evaluate(x) ? a : b).evaluate(x),
    })),
  ),
}));

const long: fc.Arbitrary<Sample<bigint>> = fc.letrec<{ long: Sample<bigint> }>((tie) => ({
  long: fc.oneof(
    { depthSize: "small" },
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => ({ tree: i64(value), evaluate: () => value })),
    fc.tuple(fc.constantFrom(...longOperators), tie("long"), tie("long")).map(([[opcode, apply], a, b]) => ({
      tree: op(opcode, a.tree, b.tree),
      evaluate: (x: number) => BigInt.asIntN(64, apply(a.evaluate(x), b.evaluate(x))),
    })),
  ),
})).long;

/** Runs a tree; plain numbers need no WasmGC. */
function run(tree: Instruction, result: NumberType, x: number): unknown {
  const module = createModule();
  module.functions.push({
    name: "f",
    type: functionType(["f64"], [result]),
    params: [variable],
    body: [tree],
    exportNames: ["f"],
  });
  const { bytes } = encodeModule(module, { names: true });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes.slice().buffer));
  return (exports["f"] as (x: number) => unknown)(x);
}

describe("random arithmetic gives what JavaScript gives", () => {
  it("for f64", () => {
    fc.assert(
      fc.property(double, fc.double(), ({ tree, evaluate }, x) => {
        expect(run(tree, "f64", x)).toBe(evaluate(x));
      }),
    );
  });

  it("for i32", () => {
    fc.assert(
      fc.property(integer, fc.double(), ({ tree, evaluate }, x) => {
        expect(run(tree, "i32", x)).toBe(evaluate(x));
      }),
    );
  });

  it("for i64", () => {
    fc.assert(
      fc.property(long, ({ tree, evaluate }) => {
        expect(run(tree, "i64", 0)).toBe(evaluate(0));
      }),
    );
  });
});
