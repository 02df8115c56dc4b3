import type { Instruction } from "../../../wasm/index.ts";
import { i64, op } from "../../../wasm/index.ts";
import { BIGINT, kindsOf, objectsOf } from "../../infer/index.ts";
import type { Expression, ExpressionOf, IrVariable } from "../../ir/index.ts";
import { longBigint, lowBits, unsignedBigint } from "../bigints.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { BIGINT_REPRESENTATION, LONG_REPRESENTATION, isWhole } from "../representation.ts";

const OPERATORS = {
  "+": "i64.add",
  "-": "i64.sub",
  "*": "i64.mul",
  "&": "i64.and",
  "|": "i64.or",
  "^": "i64.xor",
} as const;

/** Bits of a bigint from the lowest on, read as signed or not. */
interface Masked {
  value: Expression;
  width: number;
  signed: boolean;
}

/**
 * A bigint of which the program takes no more than the lowest 64 bits: sums, differences, products and the like are made of the lowest
 * 64 bits of their operands then, without any larger bigint in between. `undefined` for other expressions.
 */
export function maskedBigint(f: FunctionGenerator, expression: Expression): Instruction | undefined {
  const masked = maskedOf(f, expression);
  if (!masked) return undefined;
  const code = truncated(f, masked);
  return masked.signed || masked.width < 64 ? longBigint(code) : unsignedBigint(f.program.runtime, code);
}

function truncated(f: FunctionGenerator, { value, width, signed }: Masked): Instruction {
  const code = modular(f, value);
  if (width === 64) return code;
  if (!signed) return op("i64.and", code, i64(BigInt.asUintN(width, -1n)));
  const above = i64(BigInt(64 - width));
  return op("i64.shr_s", op("i64.shl", code, above), above);
}

function maskedOf(f: FunctionGenerator, expression: Expression): Masked | undefined {
  if (expression.op === "binary" && expression.operator === "&") {
    const { left, right } = expression;
    const width = right.op === "bigint" ? widthOfMask(right.value) : undefined;
    return width !== undefined && isBigint(f, left) ? { value: left, width, signed: false } : undefined;
  }
  if (expression.op !== "callMethod" || !isBigintClass(expression.object)) return undefined;
  const { name } = expression;
  if (name !== "asUintN" && name !== "asIntN") return undefined;
  const [bits, value, ...others] = expression.arguments;
  if (!bits || !value || others.length > 0 || bits.spread || value.spread || bits.value.op !== "number")
    return undefined;
  const width = bits.value.value;
  if (!Number.isInteger(width) || width < 1 || width > 64 || !isBigint(f, value.value)) return undefined;
  return { value: value.value, width, signed: name === "asIntN" };
}

/** How many bits a mask lets pass, if those are the lowest ones, at most 64. */
function widthOfMask(mask: bigint): number | undefined {
  if (mask <= 0n || mask >= 2n ** 64n) return undefined;
  const width = mask.toString(2).length;
  return mask === 2n ** BigInt(width) - 1n ? width : undefined;
}

/** An expression that gives a bigint, modulo 2⁶⁴. */
export function modular(f: FunctionGenerator, expression: Expression): Instruction {
  const code = f.node(expression) && withoutBigint(f, expression);
  return code ?? lowBits(f.program.runtime, f.valueAs(expression, BIGINT_REPRESENTATION));
}

function withoutBigint(f: FunctionGenerator, expression: Expression): Instruction | undefined {
  const masked = maskedOf(f, expression);
  if (masked) return truncated(f, masked);
  switch (expression.op) {
    case "get":
      return f.variables.word(expression.variable);
    case "bigint":
      return i64(BigInt.asIntN(64, expression.value));
    case "unary":
      return isBigint(f, expression.operand) ? modularUnary(f, expression) : undefined;
    case "binary":
      return isBigint(f, expression.left) && isBigint(f, expression.right) ? modularBinary(f, expression) : undefined;
    case "call": {
      const number = convertedNumber(f, expression);
      return number && f.valueAs(number, LONG_REPRESENTATION);
    }
    default:
      return undefined;
  }
}

function modularUnary(f: FunctionGenerator, { operator, operand }: ExpressionOf<"unary">): Instruction | undefined {
  if (operator === "-") return op("i64.sub", i64(0n), modular(f, operand));
  if (operator === "~") return op("i64.xor", modular(f, operand), i64(-1n));
  return undefined;
}

function modularBinary(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction | undefined {
  const { operator, left, right } = expression;
  if (operator in OPERATORS) {
    return op(OPERATORS[operator as keyof typeof OPERATORS], modular(f, left), modular(f, right));
  }
  if (right.op !== "bigint" || right.value < 0n || right.value >= 64n) return undefined;
  if (operator === "<<") return op("i64.shl", modular(f, left), i64(right.value));
  const isShift = operator === ">>" && isWord(f, left, f.variables.words);
  return isShift ? op("i64.shr_u", modular(f, left), i64(right.value)) : undefined;
}

/** Whether an expression always gives an unsigned integer of 64 bits, if these variables hold such. */
export function isWord(f: FunctionGenerator, expression: Expression, words: ReadonlySet<IrVariable>): boolean {
  if (!isBigint(f, expression)) return false;
  const masked = maskedOf(f, expression);
  if (masked) return !masked.signed;
  switch (expression.op) {
    case "bigint":
      return BigInt.asUintN(64, expression.value) === expression.value;
    case "get":
      return words.has(expression.variable);
    case "call": {
      const number = convertedNumber(f, expression);
      const range = number && f.program.layouts.range(f.node(number)!);
      return range !== undefined && range.min >= 0;
    }
    case "binary": {
      const [left, right] = [expression.left, expression.right].map((each) => isWord(f, each, words));
      if (expression.operator === "&") return left! || right!;
      return ["|", "^", ">>"].includes(expression.operator) && left! && right!;
    }
    default:
      return false;
  }
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

function isBigintClass(expression: Expression): boolean {
  return expression.op === "library" && expression.name === "BigInt";
}

function isBigint(f: FunctionGenerator, expression: Expression): boolean {
  const node = f.node(expression);
  return node !== undefined && kindsOf(node) === BIGINT && objectsOf(node).length === 0;
}
