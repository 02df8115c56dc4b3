import ts from "typescript";
import type { Expression, IrVariable, Statement } from "../../ir/index.ts";
import { keepValue, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { skipTransparent } from "../transparent.ts";
import { assignmentsOf } from "../types/assignments.ts";
import { symbolOf, variableOf } from "../variables.ts";

/**
 * Makes an expression that is needed several times: again each time if that cannot be noticed, otherwise from a temporary, whose
 * declaration is added to the statements before.
 *
 * @param name of the temporary
 * @param meanwhile what runs between the first use and the last
 */
export function repeat(
  context: LowerContext,
  node: ts.Expression,
  name: string,
  meanwhile: readonly (ts.Node | undefined)[],
  before: Statement[],
): () => Expression {
  if (isRepeatable(context, node, meanwhile)) return () => lowerExpression(context, node);
  const variable = keepBefore(context, node, name, lowerExpression(context, node), before);
  return () => readVariable(context, node, variable);
}

/** Makes the key of an element that is needed several times; a temporary knows what it is calculated from. */
export function repeatKey(
  context: LowerContext,
  node: ts.Expression,
  meanwhile: ts.Node | undefined,
  before: Statement[],
): () => Expression {
  if (isRepeatable(context, node, [meanwhile])) return () => lowerExpression(context, node);
  const value = lowerExpression(context, node);
  const variable = keepBefore(context, node, "key", value, before);
  variable.key = value;
  return () => readVariable(context, node, variable);
}

function keepBefore(
  context: LowerContext,
  node: ts.Expression,
  name: string,
  value: Expression,
  before: Statement[],
): IrVariable {
  const { declaration, variable } = keepValue(context, node, name, value);
  before.push(declaration);
  return variable;
}

function isRepeatable(
  context: LowerContext,
  expression: ts.Expression,
  meanwhile: readonly (ts.Node | undefined)[],
): boolean {
  const node = skipTransparent(expression);
  if (isLiteral(node) || isFixed(context, node)) return true;
  if (!ts.isIdentifier(node) || !variableOfIdentifier(context, node)) return false;
  return meanwhile.every((each) => each === undefined || isQuiet(context, each));
}

/** Whether an expression is a variable that nobody assigns to, or `this`: it has the same value as long as the function runs. */
export function isFixed(context: LowerContext, expression: ts.Expression): boolean {
  const node = skipTransparent(expression);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (!ts.isIdentifier(node)) return false;
  const variable = variableOfIdentifier(context, node);
  if (variable === undefined) return false;
  if (variable.kind === "const") return true;
  const symbol = symbolOf(context.shared, node);
  const { kind } = variable;
  // A loop's variable and one that is declared later are assigned by their declaration.
  return kind === "parameter" && symbol !== undefined && !assignmentsOf(context.shared).variables.has(symbol);
}

function variableOfIdentifier(context: LowerContext, node: ts.Identifier): IrVariable | undefined {
  const symbol = symbolOf(context.shared, node);
  return symbol && variableOf(context, symbol);
}

function isLiteral(node: ts.Node): boolean {
  return ts.isNumericLiteral(node) || ts.isStringLiteralLike(node) || ts.isBigIntLiteral(node);
}

/** Whether nothing that a node does can assign to a variable. */
function isQuiet(context: LowerContext, node: ts.Node): boolean {
  if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword || isLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return isQuiet(context, node.expression);
  if (ts.isPrefixUnaryExpression(node)) {
    const { operator } = node;
    if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken) return false;
    return isPlain(context, node.operand) && isQuiet(context, node.operand);
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) return false;
    const sides = [node.left, node.right];
    return sides.every((side) => isPlain(context, side) && isQuiet(context, side));
  }
  if (!ts.isElementAccessExpression(node)) return false;
  const { checker } = context.shared;
  return (
    checker.isArrayType(checker.getTypeAtLocation(node.expression)) &&
    isPlain(context, node.argumentExpression) &&
    isQuiet(context, node.expression) &&
    isQuiet(context, node.argumentExpression)
  );
}

const PLAIN =
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.StringLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Null;

/** Whether a value is no object, whose conversion could run code of the author. */
function isPlain(context: LowerContext, node: ts.Expression): boolean {
  return (context.shared.checker.getTypeAtLocation(node).flags & PLAIN) !== 0;
}
