import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { enterLoop } from "./jump.ts";
import { lowerBranch } from "./statement-list.ts";
import { lowerLoopTest } from "./while.ts";

/** `do … while (…)`. */
export function lowerDo(context: LowerContext, node: ts.DoStatement): Statement[] {
  const { inner, label, continueLabel } = enterLoop(context, node);
  const body = lowerBranch(inner, node.statement);
  const test = lowerLoopTest(context, node.expression);
  return [
    createStatement(context, node, { type: "loop", label, continueLabel, test, testAtEnd: true, body, update: [] }),
  ];
}
