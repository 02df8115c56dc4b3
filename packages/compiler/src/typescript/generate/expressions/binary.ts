import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, ifElse, op } from "../../../wasm/index.ts";
import type { Kinds } from "../../infer/index.ts";
import { BIGINT, NUMBER, UNDEFINED, needsBinaryFunction } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Value } from "../coerce.ts";
import { NUMBER_REPRESENTATION, valueType } from "../representation.ts";
import { bigintArithmetic, generateArithmetic } from "./arithmetic.ts";
import { compareOrder, generateComparison } from "./comparison.ts";
import { generateEquality } from "./equality.ts";
import { generateIn } from "./in.ts";
import { generateInstanceOf } from "./instance-of.ts";
import { isKind } from "./tests.ts";
import { libraryOperation, operationOf } from "./library-operation.ts";

/** A binary operator. */
export function generateBinary(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { operator } = expression;
  if (!f.hasValue(expression.left)) return f.without(expression.left, f.representation(expression));
  const library = libraryBinary(f, expression);
  if (library) return library;
  switch (operator) {
    case "===":
    case "!==":
    case "==":
    case "!=":
      return generateEquality(f, expression);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return generateComparison(f, expression, operator);
    case "instanceof":
      return generateInstanceOf(f, expression);
    case "in":
      return generateIn(f, expression);
    default:
      return generateArithmetic(f, expression);
  }
}

/** What the library does for operands that the operator has no instructions for. */
function libraryBinary(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction | undefined {
  const { operator, left, right } = expression;
  const [first, second] = [f.node(left), f.node(right)];
  if (!first || !second || !needsBinaryFunction(operator, first, second)) return undefined;
  const perhaps = perhapsBigints(f, expression);
  if (perhaps) return perhaps;
  const value = libraryOperation(f, expression, [left, right]);
  if (!value) return undefined;
  if (operator === "<" || operator === "<=" || operator === ">" || operator === ">=") {
    return compareOrder(operator, f.convert(value, NUMBER_REPRESENTATION));
  }
  return f.convert(value, f.representation(expression));
}

/** Of operands that can be bigints, but also `undefined` as elements of arrays are, the library gets those that are not both bigints. */
function perhapsBigints(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction | undefined {
  const operands = [f.value(expression.left), f.value(expression.right)] as const;
  if (operands.some(({ kinds }) => (kinds & BIGINT) === 0 || kinds & ~(BIGINT | NUMBER | UNDEFINED))) return undefined;
  const [first, second] = operands.map(({ code, representation }) => f.keep(code, representation));
  const again = (index: 0 | 1, kinds: Kinds): Value => ({
    ...operands[index],
    code: (index === 0 ? first! : second!).again(),
    kinds,
  });
  const wanted = f.representation(expression);
  const fast = bigintArithmetic(f, expression.operator, again(0, BIGINT), again(1, BIGINT));
  const slow = operationOf(f, expression, [() => again(0, operands[0].kinds), () => again(1, operands[1].kinds)]);
  if (!fast || !slow) return undefined;
  const isBigint = (index: 0 | 1): Instruction => isKind(f, again(index, operands[index].kinds), BIGINT);
  return block(createLabel("bigints"), valueType(wanted), [
    first!.set,
    second!.set,
    ifElse(
      op("i32.and", isBigint(0), isBigint(1)),
      [f.convert(fast, wanted)],
      [f.convert(slow, wanted)],
      valueType(wanted),
    ),
  ]);
}
