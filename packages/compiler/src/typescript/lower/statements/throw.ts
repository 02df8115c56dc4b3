import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";

/** `throw`. */
export function lowerThrow(context: LowerContext, node: ts.ThrowStatement): Statement[] {
  return [createStatement(context, node, { type: "throw", value: lowerExpression(context, node.expression) })];
}
