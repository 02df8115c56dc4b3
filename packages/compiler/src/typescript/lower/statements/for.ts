import ts from "typescript";
import type { IrVariable, Statement } from "../../ir/index.ts";
import { createStatement, declareVariable, readVariable, runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { variableOfName } from "../variables.ts";
import type { Use } from "./disposal.ts";
import { isAwaitUsing, isUsing, lowerDisposal } from "./disposal.ts";
import { enterLoop } from "./jump.ts";
import { lowerBranch } from "./statement-list.ts";
import { lowerDeclarations } from "./variable.ts";
import { lowerLoopTest } from "./while.ts";

/**
 * `for (…; …; …) …`. Each iteration has variables of its own, which closures can tell: if one captures them, they are made anew with their values before
 * the update.
 */
export function lowerFor(context: LowerContext, node: ts.ForStatement): Statement[] {
  const { initializer } = node;
  const { inner, label, continueLabel } = enterLoop(context, node);
  const start = initializer && !isUsing(initializer) ? lowerInitializer(context, initializer) : [];
  const test = node.condition && lowerLoopTest(context, node.condition);
  const body = lowerBranch(inner, node.statement);
  const update = node.incrementor
    ? [runExpression(context, node.incrementor, lowerExpression(context, node.incrementor))]
    : [];
  const renewed =
    initializer && ts.isVariableDeclarationList(initializer)
      ? variablesOf(context, initializer).map((variable) =>
          declareVariable(context, initializer, variable, readVariable(context, initializer, variable)),
        )
      : [];
  const loop = createStatement(context, node, {
    type: "loop",
    label,
    continueLabel,
    test,
    testAtEnd: false,
    body,
    update: [...renewed, ...update],
  });
  if (initializer && isUsing(initializer)) {
    const run = (use: Use): Statement[] => [...lowerDeclarations(context, initializer, use), loop];
    const body = lowerDisposal(context, initializer, isAwaitUsing(initializer), run);
    return [createStatement(context, node, { type: "block", label: undefined, body })];
  }
  if (start.length === 0) return [loop];
  return [createStatement(context, node, { type: "block", label: undefined, body: [...start, loop] })];
}

function lowerInitializer(context: LowerContext, node: ts.ForInitializer): Statement[] {
  if (ts.isVariableDeclarationList(node)) return lowerDeclarations(context, node);
  return [runExpression(context, node, lowerExpression(context, node))];
}

/** The variables of a `let` that closures have captured. */
function variablesOf(context: LowerContext, list: ts.VariableDeclarationList): IrVariable[] {
  if ((list.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Let) return [];
  const variables: IrVariable[] = [];
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) variables.push(variableOfName(context, name));
    else for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name);
  };
  for (const declaration of list.declarations) add(declaration.name);
  return variables.filter((variable) => variable.captured);
}
