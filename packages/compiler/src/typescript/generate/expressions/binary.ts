import type { Instruction } from "../../../wasm/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { generateEquality } from "./equality.ts";

import { generateArithmetic } from "./arithmetic.ts";
import { generateComparison } from "./comparison.ts";
import { generateIn } from "./in.ts";
import { generateInstanceOf } from "./instance-of.ts";

/** A binary operator. */
export function generateBinary(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { operator } = expression;
  if (!f.hasValue(expression.left)) return f.without(expression.left, f.representation(expression));
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
