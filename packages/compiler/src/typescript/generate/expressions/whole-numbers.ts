import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, i32, i64, localGet, localSet, op, select } from "../../../wasm/index.ts";
import { NUMBER } from "../../infer/index.ts";
import type { BinaryOperator, Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { wholeRemainder } from "../remainders.ts";
import type { Representation } from "../representation.ts";
import { LONG_REPRESENTATION, isWhole } from "../representation.ts";

const SHORT = { "+": "i32.add", "-": "i32.sub", "*": "i32.mul", "%": "i32.rem_s" } as const;
const LONG = { "+": "i64.add", "-": "i64.sub", "*": "i64.mul" } as const;

/** Arithmetic whose result is known to be whole: of integers, exact; `undefined` for operators that give fractions. */
export function wholeArithmetic(
  f: FunctionGenerator,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  wanted: Representation,
): Instruction | undefined {
  if (!(operator in SHORT)) return undefined;
  const name = operator as keyof typeof SHORT;
  if (wanted.type === "integer" && left.representation.type === "integer" && right.representation.type === "integer") {
    return op(SHORT[name], left.code, right.code);
  }
  const longs = [f.convert(left, LONG_REPRESENTATION), f.convert(right, LONG_REPRESENTATION)] as const;
  const code = name === "%" ? wholeRemainder(f.program.runtime, ...longs) : op(LONG[name], ...longs);
  return f.convert({ code, representation: LONG_REPRESENTATION, kinds: NUMBER }, wanted);
}

/** Two whole numbers held alike, for a comparison; `undefined` unless both are held as integers. */
export function wholePair(
  f: FunctionGenerator,
  left: Value,
  right: Value,
): { type: "i32" | "i64"; left: Instruction; right: Instruction } | undefined {
  if (!isWhole(left.representation) || !isWhole(right.representation)) return undefined;
  if (left.representation.type === "integer" && right.representation.type === "integer") {
    return { type: "i32", left: left.code, right: right.code };
  }
  return {
    type: "i64",
    left: f.convert(left, LONG_REPRESENTATION),
    right: f.convert(right, LONG_REPRESENTATION),
  };
}

/**
 * An expression modulo 2³², without the way over a double: sums, differences and products that are exact are made of their operands
 * modulo 2³². `undefined` if that is not so.
 */
export function modularInt32(
  f: FunctionGenerator,
  expression: Expression,
  operand: (expression: Expression) => Instruction,
): Instruction | undefined {
  if (expression.op !== "binary" || !isExact(f, expression)) return undefined;
  const { operator, left, right } = expression;
  if (operator !== "+" && operator !== "-" && operator !== "*") return undefined;
  if (!isExact(f, left) || !isExact(f, right)) return undefined;
  return op(SHORT[operator], operand(left), operand(right));
}

/** Whether the numbers that an expression gives are held by 64-bit integers. */
export function fitsLong(f: FunctionGenerator, expression: Expression): boolean {
  const node = f.node(expression);
  const range = node && f.program.layouts.range(node);
  return range !== undefined && range.min >= -(2 ** 62) && range.max < 2 ** 63;
}

/** Whether an expression is a whole number that a double holds exactly, negative zero included. */
function isExact(f: FunctionGenerator, expression: Expression): boolean {
  const node = f.node(expression);
  const range = node && f.program.layouts.range(node);
  if (!node || !range || node.kinds !== NUMBER) return false;
  return range.whole && !range.nan && range.min > -(2 ** 53) && range.max < 2 ** 53;
}

/** A 64-bit integer as an index: -1 for what is none. */
export function indexOfLong(value: Instruction): Instruction {
  const local = createLocal("index", "i64");
  return block(createLabel("index"), "i32", [
    localSet(local, value),
    select(op("i32.wrap_i64", localGet(local)), i32(-1), op("i64.lt_u", localGet(local), i64(2n ** 31n))),
  ]);
}
