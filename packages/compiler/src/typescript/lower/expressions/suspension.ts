import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression, createUndefined } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";

/** `await value` */
export function lowerAwait(context: LowerContext, node: ts.AwaitExpression): Expression {
  return createExpression(context, node, { op: "await", value: lowerExpression(context, node.expression) });
}

/** `yield value` and `yield* values` */
export function lowerYield(context: LowerContext, node: ts.YieldExpression): Expression {
  const value = node.expression ? lowerExpression(context, node.expression) : createUndefined(context, node);
  return createExpression(context, node, { op: "yield", value, delegate: node.asteriskToken !== undefined });
}
