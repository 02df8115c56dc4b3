import type { Instruction } from "../../../wasm/index.ts";
import { i64, op } from "../../../wasm/index.ts";
import type { FlowNode } from "../../infer/index.ts";
import { BIGINT, isSigned, isUnsigned, onlyBigint } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { bigintOperation } from "../bigint-operations.ts";
import { productRemainder, wordProductRemainder } from "../bigint-products.ts";
import { readAlike, remainderByWord, wordQuotient } from "../bigint-words.ts";
import { bigintConstant } from "../bigints.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { BIGINT_REPRESENTATION } from "../representation.ts";
import { bigintsOf, constantBigintOf, hasResult, modular, modularBinary, modularUnary } from "./modular-bigints.ts";

/** What an operator makes of two expressions that are bigints and nothing else; `undefined` if one of them can be more. */
export function bigintBinary(
  f: FunctionGenerator,
  operator: string,
  left: Expression,
  right: Expression,
  result: FlowNode | undefined,
): Value | undefined {
  if (!result || !bigintsOf(f, left) || !bigintsOf(f, right)) return undefined;
  const { runtime } = f.program;
  const constant = constantOf(f, operator, left, right, result);
  const representation = f.representationOf(result);
  if (representation.type === "word") {
    const code = constant === undefined ? wordBinary(f, operator, left, right) : i64(BigInt.asIntN(64, constant));
    if (code) return { code, representation, kinds: BIGINT };
  } else if (constant !== undefined) return held(bigintConstant(runtime, constant));
  const factors = operator === "%" ? factorsOf(f, left) : undefined;
  const divisor = (): Instruction => f.valueAs(right, BIGINT_REPRESENTATION);
  if (factors) {
    const [first, second] = factors.map((factor) => f.valueAs(factor, BIGINT_REPRESENTATION)) as [
      Instruction,
      Instruction,
    ];
    return held(productRemainder(runtime, first, second, divisor()));
  }
  return held(bigintOperation(runtime, operator, f.valueAs(left, BIGINT_REPRESENTATION), divisor()));
}

function held(code: Instruction): Value {
  return { code, representation: BIGINT_REPRESENTATION, kinds: BIGINT };
}

/** The one bigint that an operation always gives whose operands are constants. */
function constantOf(
  f: FunctionGenerator,
  operator: string,
  left: Expression,
  right: Expression,
  result: FlowNode,
): bigint | undefined {
  const range = f.program.layouts.bigints(result);
  if (!range || !hasResult(operator, bigintsOf(f, right))) return undefined;
  const areConstant = [left, right].every((operand) => constantBigintOf(f, operand) !== undefined);
  return areConstant ? onlyBigint(range) : undefined;
}

/** A unary operator of a bigint whose result is held by 64 bits. */
export function bigintUnaryWord(
  f: FunctionGenerator,
  expression: ExpressionOf<"unary">,
  wanted: Representation,
): Instruction | undefined {
  if (wanted.type !== "word" || !bigintsOf(f, expression.operand)) return undefined;
  const constant = constantBigintOf(f, expression);
  return constant === undefined ? modularUnary(f, expression) : i64(BigInt.asIntN(64, constant));
}

/** An operation whose result is held by 64 bits, if that can be made without larger bigints. */
function wordBinary(
  f: FunctionGenerator,
  operator: string,
  left: Expression,
  right: Expression,
): Instruction | undefined {
  switch (operator) {
    case "<<":
      return isShift(f, right) ? op("i64.shl", modular(f, left), modular(f, right)) : undefined;
    case ">>": {
      const from = f.representation(left);
      if (from.type !== "word" || !isShift(f, right)) return undefined;
      return op(from.read === "signed" ? "i64.shr_s" : "i64.shr_u", modular(f, left), modular(f, right));
    }
    case "/":
    case "%":
      return quotient(f, operator, left, right);
    default:
      return modularBinary(f, operator, left, right);
  }
}

/** Whether a count of bits is one that 64 bits can be shifted by. */
function isShift(f: FunctionGenerator, count: Expression): boolean {
  return isUnsigned(bigintsOf(f, count)!, 6n);
}

function quotient(
  f: FunctionGenerator,
  operator: "/" | "%",
  left: Expression,
  right: Expression,
): Instruction | undefined {
  const { runtime } = f.program;
  const first = f.representation(left);
  const second = f.representation(right);
  if (second.type !== "word") return undefined;
  if (first.type === "word") {
    const alike = readAlike(first.read, second.read);
    if (!alike) return undefined;
    const name = `i64.${operator === "/" ? "div" : "rem"}_${alike}` as const;
    const operands = [modular(f, left), modular(f, right)] as const;
    return hasResult(operator, bigintsOf(f, right))
      ? op(name, ...operands)
      : wordQuotient(runtime, operator, name, ...operands);
  }
  if (operator === "/" || second.read === "signed") return undefined;
  const factors = factorsOf(f, left);
  if (factors?.every((factor) => isUnsigned(bigintsOf(f, factor)!, 64n))) {
    return wordProductRemainder(runtime, modular(f, factors[0]), modular(f, factors[1]), modular(f, right));
  }
  if (factors || !isSigned(bigintsOf(f, right)!, 64n)) return undefined;
  return remainderByWord(runtime, f.valueAs(left, BIGINT_REPRESENTATION), modular(f, right));
}

/** The factors of a product of bigints that is used nowhere else. */
function factorsOf(f: FunctionGenerator, product: Expression): readonly [Expression, Expression] | undefined {
  if (product.op !== "binary" || product.operator !== "*" || f.hoisted.has(product.id)) return undefined;
  const { left, right } = product;
  return bigintsOf(f, left) && bigintsOf(f, right) ? [left, right] : undefined;
}
