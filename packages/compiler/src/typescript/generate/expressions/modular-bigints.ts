import type { Instruction } from "../../../wasm/index.ts";
import { i64, op } from "../../../wasm/index.ts";
import type { BigintRange } from "../../infer/index.ts";
import { ANY_BIGINT, BIGINT, kindsOf, objectsOf, onlyBigint } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { lowBits } from "../bigints.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { BIGINT_REPRESENTATION, LONG_REPRESENTATION, isWhole } from "../representation.ts";

/** Operators that make the lowest bits of the lowest bits of their operands. */
const OPERATORS = {
  "+": "i64.add",
  "-": "i64.sub",
  "*": "i64.mul",
  "&": "i64.and",
  "|": "i64.or",
  "^": "i64.xor",
} as const;

/** The bigints that an expression can be, if it is nothing else. */
export function bigintsOf(f: FunctionGenerator, expression: Expression): BigintRange | undefined {
  const node = f.node(expression);
  if (!node || kindsOf(node) !== BIGINT || objectsOf(node).length > 0) return undefined;
  return f.program.layouts.bigints(node) ?? ANY_BIGINT;
}

/** The one bigint that an expression always is, where to evaluate it does nothing else. */
export function constantBigintOf(f: FunctionGenerator, expression: Expression): bigint | undefined {
  const range = bigintsOf(f, expression);
  return range && isPlain(f, expression) ? onlyBigint(range) : undefined;
}

function isPlain(f: FunctionGenerator, expression: Expression): boolean {
  if (expression.op === "unary") return isPlain(f, expression.operand);
  if (expression.op !== "binary") return expression.op === "bigint" || expression.op === "get";
  const { operator, left, right } = expression;
  return hasResult(operator, bigintsOf(f, right)) && isPlain(f, left) && isPlain(f, right);
}

/** Whether an operator makes something of all bigints on its right: nothing is divided by zero, and there are no negative powers. */
export function hasResult(operator: string, right: BigintRange | undefined): boolean {
  if (operator === "/" || operator === "%") return right !== undefined && (right.min > 0n || right.max < 0n);
  return operator !== "**" || (right !== undefined && right.min >= 0n);
}

/**
 * The lowest bits of a bigint, at most 64: sums, differences, products and the like are made of those of their operands, without any
 * larger bigint in between. What is above them is anything.
 */
export function modular(f: FunctionGenerator, expression: Expression, bits = 64): Instruction {
  const constant = constantBigintOf(f, expression);
  if (constant !== undefined) return i64(BigInt.asIntN(64, constant));
  const parts = f.hoisted.has(expression.id) ? undefined : modularParts(f, expression, bits);
  if (parts) return parts;
  if (f.representation(expression).type === "word") return f.value(expression).code;
  return lowBits(f.program.runtime, f.valueAs(expression, BIGINT_REPRESENTATION));
}

function modularParts(f: FunctionGenerator, expression: Expression, bits: number): Instruction | undefined {
  if (!bigintsOf(f, expression)) return undefined;
  switch (expression.op) {
    case "unary":
      return bigintsOf(f, expression.operand) && modularUnary(f, expression, bits);
    case "binary":
      return bigintsOf(f, expression.left) && bigintsOf(f, expression.right)
        ? modularBinary(f, expression.operator, expression.left, expression.right, bits)
        : undefined;
    case "call": {
      const number = convertedNumber(f, expression);
      return number && f.valueAs(number, LONG_REPRESENTATION);
    }
    case "callMethod": {
      const cut = cutOf(f, expression);
      return cut && cutBits(f, cut);
    }
    default:
      return undefined;
  }
}

/** What an operator on one bigint makes of its lowest bits. */
export function modularUnary(
  f: FunctionGenerator,
  { operator, operand }: ExpressionOf<"unary">,
  bits = 64,
): Instruction | undefined {
  switch (operator) {
    case "-":
      return op("i64.sub", i64(0n), modular(f, operand, bits));
    case "~":
      return op("i64.xor", modular(f, operand, bits), i64(-1n));
    case "increment":
      return op("i64.add", modular(f, operand, bits), i64(1n));
    case "decrement":
      return op("i64.sub", modular(f, operand, bits), i64(1n));
    default:
      return undefined;
  }
}

/** What an operator on two bigints makes of their lowest bits, if it is made of those. */
export function modularBinary(
  f: FunctionGenerator,
  operator: string,
  left: Expression,
  right: Expression,
  bits = 64,
): Instruction | undefined {
  if (operator === "&") {
    for (const [mask, other] of [
      [right, left],
      [left, right],
    ] as const) {
      const constant = constantBigintOf(f, mask);
      if (constant !== undefined && constant >= 0n) return masked(f, other, constant, bits);
    }
  }
  if (operator in OPERATORS) {
    const name = OPERATORS[operator as keyof typeof OPERATORS];
    return op(name, modular(f, left, bits), modular(f, right, bits));
  }
  const count = constantBigintOf(f, right);
  if (count === undefined || count < 0n || count >= 64n) return undefined;
  if (operator === "<<") return op("i64.shl", modular(f, left, bits), i64(count));
  // What is shifted down must be known: bits that are not wanted, or those of a word.
  if (operator !== ">>" || bits + Number(count) > 64) return undefined;
  return op("i64.shr_u", modular(f, left, bits + Number(count)), i64(count));
}

function masked(f: FunctionGenerator, value: Expression, mask: bigint, bits: number): Instruction {
  const wanted = BigInt.asUintN(bits, mask);
  const code = modular(f, value, lengthOf(wanted));
  return BigInt.asUintN(64, mask) === 2n ** 64n - 1n ? code : op("i64.and", code, i64(BigInt.asIntN(64, mask)));
}

function lengthOf(mask: bigint): number {
  return mask === 0n ? 1 : mask.toString(2).length;
}

/** A bigint of which some of the lowest bits are taken, at most 64, and read as signed or not. */
interface Cut {
  value: Expression;
  width: number;
  signed: boolean;
}

/** What a call of `BigInt.asUintN` or `BigInt.asIntN` makes, if it is known to be held by 64 bits. */
export function truncatedBigint(f: FunctionGenerator, expression: ExpressionOf<"callMethod">): Instruction | undefined {
  const cut = f.representation(expression).type === "word" ? cutOf(f, expression) : undefined;
  return cut && cutBits(f, cut);
}

function cutOf(f: FunctionGenerator, { object, name, arguments: args }: ExpressionOf<"callMethod">): Cut | undefined {
  if (!isBigintClass(object) || (name !== "asUintN" && name !== "asIntN")) return undefined;
  const [bits, value, ...others] = args;
  if (!bits || !value || others.length > 0 || bits.spread || value.spread) return undefined;
  const width = widthOf(f, bits.value, value.value);
  return width === undefined ? undefined : { value: value.value, width, signed: name === "asIntN" };
}

/** The width that a bigint is cut to, if that is known and 64 bits hold what it leaves. */
export function widthOf(f: FunctionGenerator, bits: Expression, value: Expression): number | undefined {
  if (bits.op !== "number" || !bigintsOf(f, value)) return undefined;
  const width = bits.value;
  return Number.isInteger(width) && width >= 1 && width <= 64 ? width : undefined;
}

/** Some of the lowest bits of a bigint, with what their sign says above them. */
export function cutBits(f: FunctionGenerator, { value, width, signed }: Cut): Instruction {
  if (!signed) return masked(f, value, 2n ** BigInt(width) - 1n, 64);
  const code = modular(f, value, width);
  if (width === 64) return code;
  const above = i64(BigInt(64 - width));
  return op("i64.shr_s", op("i64.shl", code, above), above);
}

/** The number that `BigInt(…)` is called with, where it is held as an integer. */
function convertedNumber(
  f: FunctionGenerator,
  { callee, arguments: args }: ExpressionOf<"call">,
): Expression | undefined {
  const [given, ...others] = args;
  if (!given || others.length > 0 || given.spread || !isBigintClass(callee)) return undefined;
  return f.node(given.value) && isWhole(f.representation(given.value)) ? given.value : undefined;
}

/** What a call of `BigInt` makes of a number that is held as an integer. */
export function wordOfNumber(f: FunctionGenerator, expression: ExpressionOf<"call">): Instruction | undefined {
  const number = f.representation(expression).type === "word" ? convertedNumber(f, expression) : undefined;
  return number && f.valueAs(number, LONG_REPRESENTATION);
}

function isBigintClass(expression: Expression): boolean {
  return expression.op === "library" && expression.name === "BigInt";
}
