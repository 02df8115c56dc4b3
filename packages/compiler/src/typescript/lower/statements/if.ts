import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { lowerBranch } from "./statement-list.ts";

/** `if … else …`. */
export function lowerIf(context: LowerContext, node: ts.IfStatement): Statement[] {
  const test = lowerExpression(context, node.expression);
  const then = lowerBranch(context, node.thenStatement);
  const otherwise = lowerBranch(context, node.elseStatement);
  return [createStatement(context, node, { type: "if", test, then, otherwise })];
}
