import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";

/** An expression that is run for its effect. */
export function lowerExpressionStatement(context: LowerContext, node: ts.ExpressionStatement): Statement[] {
  return [runExpression(context, node, lowerExpression(context, node.expression))];
}
