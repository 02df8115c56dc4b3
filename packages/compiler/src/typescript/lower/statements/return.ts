import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";

/** `return`. */
export function lowerReturn(context: LowerContext, node: ts.ReturnStatement): Statement[] {
  const value = node.expression && lowerExpression(context, node.expression);
  return [createStatement(context, node, { type: "return", value })];
}
