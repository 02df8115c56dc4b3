import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";

/** Parentheses, `value!`, `value as T`, `<T>value`, `value satisfies T`, `f<T>`: only the value is left. */
export function lowerTransparent(
  context: LowerContext,
  node:
    | ts.ParenthesizedExpression
    | ts.AssertionExpression
    | ts.SatisfiesExpression
    | ts.NonNullExpression
    | ts.ExpressionWithTypeArguments,
): Expression {
  return lowerExpression(context, node.expression);
}
