import ts from "typescript";
import type { Expression, Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { enterLoop } from "./jump.ts";
import { lowerBranch } from "./statement-list.ts";

/** `while (…) …`. */
export function lowerWhile(context: LowerContext, node: ts.WhileStatement): Statement[] {
  const { inner, label, continueLabel } = enterLoop(context, node);
  const test = lowerLoopTest(context, node.expression);
  const body = lowerBranch(inner, node.statement);
  return [
    createStatement(context, node, { type: "loop", label, continueLabel, test, testAtEnd: false, body, update: [] }),
  ];
}

/** A loop's test; none if it always holds. */
export function lowerLoopTest(context: LowerContext, node: ts.Expression): Expression | undefined {
  return node.kind === ts.SyntaxKind.TrueKeyword ? undefined : lowerExpression(context, node);
}
