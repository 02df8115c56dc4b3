import ts from "typescript";
import { skipTransparent } from "../transparent.ts";

/** The values that stand for nothing. */
export type Nullish = "undefined" | "null";

/** Whether a node is a mention of the variable or property that is asked about. */
export type IsMention = (node: ts.Expression) => boolean;

/**
 * Whether a variable or property cannot be one of the nullish values where a condition has been met, or has not. This is asked only where
 * it has been given a value that may be nullish against its type, so that what TypeScript makes of the condition cannot be relied on.
 */
export function showsValue(condition: ts.Expression, met: boolean, mentions: IsMention, nullish: Nullish): boolean {
  const node = skipTransparent(condition);
  const shows = (part: ts.Expression, partMet: boolean): boolean => showsValue(part, partMet, mentions, nullish);
  if (isMention(node, mentions) || isOptionalPart(node, mentions)) return met;
  if (isPart(node, mentions)) return true;
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.ExclamationToken && shows(node.operand, !met);
  }
  if (ts.isCallExpression(node)) {
    // Guards, such as `Array.isArray`.
    return met && node.arguments.some((each) => isMention(each, mentions));
  }
  if (!ts.isBinaryExpression(node)) return false;
  const { left, right } = node;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return met ? shows(left, true) || shows(right, true) : shows(left, false) && shows(right, false);
    case ts.SyntaxKind.BarBarToken:
      return met ? shows(left, true) && shows(right, true) : shows(left, false) || shows(right, false);
    case ts.SyntaxKind.CommaToken:
      return shows(right, met);
    case ts.SyntaxKind.InstanceOfKeyword:
      return met && isMention(left, mentions);
    case ts.SyntaxKind.InKeyword:
      return isMention(right, mentions);
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return comparisonShows(node, met, mentions, nullish);
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return comparisonShows(node, !met, mentions, nullish);
    default:
      return false;
  }
}

function comparisonShows(node: ts.BinaryExpression, equal: boolean, mentions: IsMention, nullish: Nullish): boolean {
  const operator = node.operatorToken.kind;
  const loose = operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
  return [
    [node.left, node.right],
    [node.right, node.left],
  ].some(([asked, other]) => {
    if (!asked || !other) return false;
    const value = skipTransparent(other);
    const tested = skipTransparent(asked);
    if (ts.isTypeOfExpression(tested)) {
      if (!isMention(tested.expression, mentions) || !ts.isStringLiteralLike(value)) return false;
      return equal !== (value.text === (nullish === "null" ? "object" : nullish));
    }
    const is = nullishOf(value);
    if (isOptionalPart(tested, mentions))
      return is === undefined ? equal && isLiteral(value) : is === "undefined" && !equal;
    if (isPart(tested, mentions)) return true;
    if (!isMention(tested, mentions)) return false;
    return is === undefined ? equal && isLiteral(value) : equal ? !loose && is !== nullish : loose || is === nullish;
  });
}

function nullishOf(node: ts.Expression): Nullish | undefined {
  if (node.kind === ts.SyntaxKind.NullKeyword) return "null";
  return ts.isVoidExpression(node) || (ts.isIdentifier(node) && node.text === "undefined") ? "undefined" : undefined;
}

function isLiteral(node: ts.Expression): boolean {
  return (
    ts.isLiteralExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** Whether a node is the variable or property, or an assignment to it, which has its value. */
function isMention(expression: ts.Expression, mentions: IsMention): boolean {
  const node = skipTransparent(expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return isMention(node.left, mentions);
  return mentions(node);
}

/** Whether a node goes through it to something else: were it nullish, that would have thrown, or given `undefined` in an optional chain. */
function isPart(node: ts.Expression, mentions: IsMention): boolean {
  for (let part = node; isLink(part);) {
    part = skipTransparent(part.expression);
    if (isMention(part, mentions)) return true;
  }
  return false;
}

function isOptionalPart(node: ts.Expression, mentions: IsMention): boolean {
  return ts.isOptionalChain(node) && isPart(node, mentions);
}

function isLink(
  node: ts.Expression,
): node is ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node);
}
