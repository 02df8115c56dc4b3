import ts from "typescript";
import { isLibraryValue } from "../library.ts";
import * as messages from "../messages.ts";
import { placeOfNode } from "../place.ts";
import type { RefusalContext } from "./refusal-context.ts";

/** Refuses to change what the instances of a class inherit: `X.prototype = …`, `X.prototype.y = …`, `delete X.prototype.y`. */
export function refusePrototypeChange(node: ts.Node, { checker, file, report }: RefusalContext): void {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "prototype") return;
  if (!isPrototype(node, checker)) return;
  const { parent } = node;
  const isBase = isAccess(parent) && parent.expression === node;
  if (isTarget(isBase ? parent : node) || isDefinition(node, checker)) {
    report(messages.unsupportedPrototype(placeOfNode(node, file)));
  }
}

/** Whether an access of `prototype` means that of a class or function, and not a property which happens to have that name. */
function isPrototype(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(node.name);
  if (symbol) return isLibraryValue(symbol) || (symbol.flags & ts.SymbolFlags.Prototype) !== 0;
  const name = checker.getSymbolAtLocation(skipAssertions(node.expression));
  const owner = name && name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
  const constructors = ts.SymbolFlags.Class | ts.SymbolFlags.Function;
  return isLibraryValue(owner) || (owner !== undefined && (owner.flags & constructors) !== 0);
}

/** `A` of `(A as any)`. */
function skipAssertions(node: ts.Expression): ts.Expression {
  const isAssertion =
    ts.isParenthesizedExpression(node) || ts.isAssertionExpression(node) || ts.isNonNullExpression(node);
  return isAssertion ? skipAssertions(node.expression) : node;
}

function isAccess(node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Whether an expression is assigned to, counted up or down, or deleted. */
function isTarget(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return parent.left === node && kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  return ts.isDeleteExpression(parent);
}

const definitions: ReadonlySet<string> = new Set(["assign", "defineProperty", "defineProperties", "set"]);

/** Whether an expression is what a function of `Object` or `Reflect` changes. */
function isDefinition(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  const { expression } = parent;
  if (!ts.isPropertyAccessExpression(expression) || !definitions.has(expression.name.text)) return false;
  return isLibraryValue(checker.getSymbolAtLocation(expression.name));
}
