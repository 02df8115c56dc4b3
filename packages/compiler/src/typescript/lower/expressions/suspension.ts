import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression, createUndefined } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { report, unsupportedSyntax, unsupportedTopLevelAwait } from "../messages.ts";

/** `await value` */
export function lowerAwait(context: LowerContext, node: ts.AwaitExpression): Expression {
  refuseMisplacedAwait(context, node);
  return createExpression(context, node, { op: "await", value: lowerExpression(context, node.expression) });
}

/** `yield value` and `yield* values` */
export function lowerYield(context: LowerContext, node: ts.YieldExpression): Expression {
  const suspended = findSuspended(node);
  if (!suspended || !("asteriskToken" in suspended) || !suspended.asteriskToken) {
    report(context, node, unsupportedSyntax("`yield` outside of a generator"));
  }
  const value = node.expression ? lowerExpression(context, node.expression) : createUndefined(context, node);
  return createExpression(context, node, { op: "yield", value, delegate: node.asteriskToken !== undefined });
}

/** `await` where nothing can wait. TypeScript says so too, unless it is at the top of a module or a comment silences it. */
export function refuseMisplacedAwait(context: LowerContext, node: ts.Node): void {
  const suspended = findSuspended(node);
  if (suspended && !ts.isSourceFile(suspended) && isAsync(suspended)) return;
  const isAtTop = suspended && ts.isSourceFile(suspended);
  report(
    context,
    node,
    isAtTop ? unsupportedTopLevelAwait() : unsupportedSyntax("`await` outside of an async function"),
  );
}

function isAsync(node: ts.SignatureDeclaration): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}

/** The function or module that stops where a node stands; there is none where parameters and fields get their values. */
function findSuspended(node: ts.Node): ts.SourceFile | ts.SignatureDeclaration | undefined {
  for (let at = node; ; at = ts.isComputedPropertyName(at) ? at.parent.parent : at.parent) {
    if (ts.isSourceFile(at)) return at;
    if (ts.isParameter(at) || ts.isPropertyDeclaration(at) || ts.isClassStaticBlockDeclaration(at)) return undefined;
    if (at !== node && ts.isFunctionLike(at)) return at;
  }
}
