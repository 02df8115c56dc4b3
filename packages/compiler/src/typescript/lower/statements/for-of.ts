import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { refuseMisplacedAwait } from "../expressions/suspension.ts";
import { lowerExpression } from "../lower-expression.ts";
import { isAwaitUsing, isUsing, lowerDisposal } from "./disposal.ts";
import { lowerIterationVariable } from "./iteration-variable.ts";
import { enterLoop } from "./jump.ts";
import { lowerBranch } from "./statement-list.ts";

/** `for (… of …) …` and `for await (… of …) …`. */
export function lowerForOf(context: LowerContext, node: ts.ForOfStatement): Statement[] {
  const { inner, label, continueLabel } = enterLoop(context, node);
  const iterable = lowerExpression(context, node.expression);
  const { variable, start } = lowerIterationVariable(inner, node.initializer);
  const { initializer } = node;
  const run = (): Statement[] => [...start, ...lowerBranch(inner, node.statement)];
  const body = isUsing(initializer)
    ? lowerDisposal(inner, initializer, isAwaitUsing(initializer), (use) => [
        use(initializer, variable, isAwaitUsing(initializer)),
        ...run(),
      ])
    : run();
  const isAwait = node.awaitModifier !== undefined;
  if (isAwait) refuseMisplacedAwait(context, node);
  return [
    createStatement(context, node, { type: "forOf", label, continueLabel, variable, iterable, body, await: isAwait }),
  ];
}
