import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { lowerArguments } from "./arguments.ts";

/** `new X(…)` */
export function lowerNew(context: LowerContext, node: ts.NewExpression): Expression {
  return createExpression(context, node, {
    op: "new",
    callee: lowerExpression(context, node.expression),
    arguments: lowerArguments(context, node.arguments),
  });
}
