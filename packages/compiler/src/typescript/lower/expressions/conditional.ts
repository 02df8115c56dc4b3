import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";

/** `test ? then : otherwise` */
export function lowerConditional(context: LowerContext, node: ts.ConditionalExpression): Expression {
  return createExpression(context, node, {
    op: "conditional",
    test: lowerExpression(context, node.condition),
    then: lowerExpression(context, node.whenTrue),
    otherwise: lowerExpression(context, node.whenFalse),
  });
}
