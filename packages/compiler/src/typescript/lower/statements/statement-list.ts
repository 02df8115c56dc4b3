import ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import type { LowerContext } from "../context.ts";
import { declareGuards, openGuards } from "../initialization/guards.ts";
import { lowerStatement } from "../lower-statement.ts";
import type { Use } from "./disposal.ts";
import { isAwaitUsing, lowerDisposal, usingOf } from "./disposal.ts";
import { lowerFunctionDeclaration } from "./function-declaration.ts";
import { lowerDeclarations } from "./variable.ts";

/** Statements in their order, after the functions that they declare. */
export function lowerStatements(context: LowerContext, statements: readonly ts.Statement[]): Statement[] {
  const guards = declareGuards(context, statements);
  return [...guards, ...lowerFunctionsOf(context, statements), ...lowerInOrder(context, statements)];
}

/** The functions that statements declare. */
export function lowerFunctionsOf(context: LowerContext, statements: readonly ts.Statement[]): Statement[] {
  return statements.filter(ts.isFunctionDeclaration).flatMap((each) => lowerFunctionDeclaration(context, each));
}

/** Statements without the functions that they declare. */
export function lowerInOrder(context: LowerContext, statements: readonly ts.Statement[]): Statement[] {
  const first = statements.findIndex((each) => usingOf(each) !== undefined);
  if (first < 0) return lowerEach(context, statements);
  const rest = statements.slice(first);
  const awaited = rest.some((each) => isAwaitUsing(usingOf(each) ?? each));
  return [
    ...lowerEach(context, statements.slice(0, first)),
    ...lowerDisposal(context, rest[0]!, awaited, (use) => lowerEach(context, rest, use)),
  ];
}

function lowerEach(context: LowerContext, statements: readonly ts.Statement[], use?: Use): Statement[] {
  return statements.flatMap((each) => {
    if (ts.isFunctionDeclaration(each)) return [];
    const list = usingOf(each);
    if (list && use) return lowerDeclarations(context, list, use);
    return [...lowerStatement(context, each), ...(ts.isClassDeclaration(each) ? openGuards(context, each) : [])];
  });
}

/** What a branch or a loop runs: the statements of a block, or the one statement. */
export function lowerBranch(context: LowerContext, node: ts.Statement | undefined): Statement[] {
  if (node === undefined) return [];
  return ts.isBlock(node) ? lowerStatements(context, node.statements) : lowerStatement(context, node);
}
