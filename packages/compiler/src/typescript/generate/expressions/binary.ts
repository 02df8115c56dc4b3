import type { Instruction } from "../../../wasm/index.ts";
import { needsBinaryFunction } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { NUMBER_REPRESENTATION } from "../representation.ts";
import { generateArithmetic } from "./arithmetic.ts";
import { compareOrder, generateComparison } from "./comparison.ts";
import { generateEquality } from "./equality.ts";
import { generateIn } from "./in.ts";
import { generateInstanceOf } from "./instance-of.ts";
import { libraryOperation } from "./library-operation.ts";

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
  const value = libraryOperation(f, expression, [left, right]);
  if (!value) return undefined;
  if (operator === "<" || operator === "<=" || operator === ">" || operator === ">=") {
    return compareOrder(operator, f.convert(value, NUMBER_REPRESENTATION));
  }
  return f.convert(value, f.representation(expression));
}
