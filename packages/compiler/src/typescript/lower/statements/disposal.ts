import ts from "typescript";
import type { Expression, IrVariable, Statement } from "../../ir/index.ts";
import {
  callLibrary,
  createExpression,
  createStatement,
  createTemporary,
  declareVariable,
  readVariable,
  runExpression,
} from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { refuseMisplacedAwait } from "../expressions/suspension.ts";

/** The `using` or `await using` that a statement is. */
export function usingOf(node: ts.Statement): ts.VariableDeclarationList | undefined {
  return ts.isVariableStatement(node) && isUsing(node.declarationList) ? node.declarationList : undefined;
}

/** Whether a list of declarations is `using` or `await using`. */
export function isUsing(node: ts.Node): node is ts.VariableDeclarationList {
  return ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) !== 0;
}

/** Whether it is `await using`. */
export function isAwaitUsing(node: ts.Node): boolean {
  return isUsing(node) && (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
}

/** Notes what a variable holds as something to dispose of. */
export type Use = (node: ts.Node, variable: IrVariable, awaited: boolean) => Statement;

/**
 * Statements of which some begin to use something; where they are left, in whichever way, all of that is disposed of, the last first. What is
 * thrown then holds what was thrown before.
 */
export function lowerDisposal(
  context: LowerContext,
  node: ts.Node,
  awaited: boolean,
  lowerBody: (use: Use) => Statement[],
): Statement[] {
  if (awaited) refuseMisplacedAwait(context, node);
  const resources = createTemporary(context, node, "resources");
  const error: IrVariable = { ...createTemporary(context, node, "error"), kind: "catch" };
  const read = (variable: IrVariable): Expression => readVariable(context, node, variable);
  const body = lowerBody((at, variable, isAwaited) =>
    runExpression(
      context,
      at,
      callLibrary(context, at, isAwaited ? "useAwaited" : "useResource", [
        readVariable(context, at, resources),
        readVariable(context, at, variable),
      ]),
    ),
  );
  const ended = callLibrary(context, node, awaited ? "disposeAwaited" : "disposeResources", [read(resources)]);
  return [
    declareVariable(context, node, resources, callLibrary(context, node, "createResources", [])),
    createStatement(context, node, {
      type: "try",
      body,
      catchVariable: error,
      catchBody: [
        runExpression(context, node, callLibrary(context, node, "noteThrown", [read(resources), read(error)])),
      ],
      finallyBody: [
        runExpression(context, node, awaited ? createExpression(context, node, { op: "await", value: ended }) : ended),
      ],
    }),
  ];
}
