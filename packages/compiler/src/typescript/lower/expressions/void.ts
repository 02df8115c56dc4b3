import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createDo, createUndefined, runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";

/** `void value`: the value is made, and forgotten. */
export function lowerVoid(context: LowerContext, node: ts.VoidExpression): Expression {
  const run = runExpression(context, node, lowerExpression(context, node.expression));
  return createDo(context, node, [run], createUndefined(context, node));
}
