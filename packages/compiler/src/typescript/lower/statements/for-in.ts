import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { callLibrary, createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { lowerIterationVariable } from "./iteration-variable.ts";
import { enterLoop } from "./jump.ts";
import { lowerBranch } from "./statement-list.ts";

/** `for (… in …) …`: over the keys, which the library lists. */
export function lowerForIn(context: LowerContext, node: ts.ForInStatement): Statement[] {
  const { inner, label, continueLabel } = enterLoop(context, node);
  const object = lowerExpression(context, node.expression);
  const iterable = callLibrary(context, node.expression, "enumerateKeys", [object]);
  const { variable, start } = lowerIterationVariable(inner, node.initializer);
  const body = [...start, ...lowerBranch(inner, node.statement)];
  return [
    createStatement(context, node, { type: "forOf", label, continueLabel, variable, iterable, body, await: false }),
  ];
}
