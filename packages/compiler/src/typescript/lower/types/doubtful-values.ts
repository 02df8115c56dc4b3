import ts from "typescript";
import type { SharedContext } from "../context.ts";
import { assignedValues } from "./assigned-values.ts";
import type { Question } from "./certain-value.ts";
import { isCertain, isNullable, valuesIn } from "./certain-value.ts";
import { executedBefore, leaves } from "./executed-before.ts";
import type { Nullish } from "./shows-value.ts";
import { showsValue } from "./shows-value.ts";
import type { Reference } from "./stable-reference.ts";

/**
 * TypeScript believes that a variable has what it was given last: after `const next: string | undefined = names[index]` it takes `next` for a
 * string, because it takes every element for one. Whether `next` may be `undefined` all the same: because it was given a value that need not be
 * there, and has not been tested since.
 */
export function isDoubtful(shared: SharedContext, reference: Reference, nullish: Nullish): boolean {
  return mayBeNullish(reference, { shared, nullish, asked: new Set(), isDoubtful: mayBeNullish });
}

function mayBeNullish(reference: Reference, question: Question): boolean {
  const { shared, nullish } = question;
  const text = reference.getText();
  const isDoubt = (value: ts.Expression | undefined): boolean => isDoubtfulValue(question, value);
  if (!scopesOf(reference).some((scope) => valuesIn(shared, scope).has(text))) return false;
  const mentions = (node: ts.Node): boolean => node.kind === reference.kind && node.getText() === text;
  let child: ts.Node = reference;
  for (let { parent } = child; ; { parent } = child) {
    const condition = conditionAt(parent, child);
    if (condition && showsValue(condition.expression, condition.met, mentions, nullish)) return false;
    for (const earlier of executedBefore(parent, child)) {
      if (leavesIfNullish(earlier, mentions, nullish)) return false;
      const given = assignedValues(earlier).get(text);
      if (given?.some(isDoubt)) return true;
      if (given && isUnconditional(earlier)) return false;
    }
    if (ts.isIterationStatement(parent, false) && assignedValues(parent).get(text)?.some(isDoubt)) return true;
    if (ts.isSourceFile(parent)) return false;
    child = parent;
  }
}

/** The functions around a node, and its file. */
function scopesOf(node: ts.Node): ts.Node[] {
  const scopes: ts.Node[] = [];
  for (let scope = node.parent; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope) || ts.isSourceFile(scope)) scopes.push(scope);
  }
  return scopes;
}

/** Where TypeScript knows of a value that it may be nullish, only a test has shown that it is not. */
function isDoubtfulValue(question: Question, value: ts.Expression | undefined): boolean {
  if (value === undefined) return true;
  const { shared, nullish } = question;
  return !isNullable(shared, shared.checker.getTypeAtLocation(value), nullish) && !isCertain(question, value);
}

interface Condition {
  expression: ts.Expression;
  met: boolean;
}

/** The condition that was evaluated last before a child of a node, and what it gave. */
function conditionAt(parent: ts.Node, child: ts.Node): Condition | undefined {
  if (ts.isIfStatement(parent) && child !== parent.expression) {
    return { expression: parent.expression, met: child === parent.thenStatement };
  }
  if (ts.isConditionalExpression(parent) && child !== parent.condition) {
    return { expression: parent.condition, met: child === parent.whenTrue };
  }
  if (ts.isWhileStatement(parent) && child === parent.statement) return { expression: parent.expression, met: true };
  if (ts.isForStatement(parent) && child === parent.statement && parent.condition) {
    return { expression: parent.condition, met: true };
  }
  if (ts.isBinaryExpression(parent) && child === parent.right) {
    const { kind } = parent.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return { expression: parent.left, met: true };
    if (kind === ts.SyntaxKind.BarBarToken) return { expression: parent.left, met: false };
  }
  // What is equal to the value of a case is there.
  if (ts.isCaseClause(parent) && child !== parent.expression) {
    return { expression: parent.parent.parent.expression, met: true };
  }
  return undefined;
}

function leavesIfNullish(node: ts.Node, mentions: (node: ts.Node) => boolean, nullish: Nullish): boolean {
  if (!ts.isIfStatement(node)) return false;
  const { expression, thenStatement, elseStatement } = node;
  if (leaves(thenStatement) && showsValue(expression, false, mentions, nullish)) return true;
  return leaves(elseStatement) && showsValue(expression, true, mentions, nullish);
}

/** Whether what a statement assigns is assigned whenever it runs. */
function isUnconditional(node: ts.Node): boolean {
  if (ts.isExpressionStatement(node)) {
    return ts.isBinaryExpression(node.expression) && node.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  }
  return ts.isVariableStatement(node) || ts.isVariableDeclarationList(node) || ts.isVariableDeclaration(node);
}
