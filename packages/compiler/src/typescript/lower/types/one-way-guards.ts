import ts from "typescript";
import type { SharedContext } from "../context.ts";

/**
 * The types that guards of the author's (`x is T`) ask a reference for without saying of every other value that it is not of that type. Of
 * `isShort(text, 3)` TypeScript takes both answers to show a type, but only one of them does.
 */
export function doubtedTypes(shared: SharedContext, reference: ts.Expression): readonly ts.Type[] {
  const types: ts.Type[] = [];
  const text = reference.getText();
  for (let scope: ts.Node = reference.parent; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope) || ts.isSourceFile(scope)) types.push(...(doubtsIn(shared, scope).get(text) ?? []));
  }
  return types;
}

/** The same for all references in a function, without the functions in it. */
function doubtsIn(shared: SharedContext, scope: ts.Node): ReadonlyMap<string, readonly ts.Type[]> {
  const known = shared.doubts.get(scope);
  if (known) return known;
  const doubts = new Map<string, ts.Type[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node)) {
      const asked = askedBy(shared, node);
      if (asked) doubts.set(asked.text, [...(doubts.get(asked.text) ?? []), asked.type]);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(scope, visit);
  shared.doubts.set(scope, doubts);
  return doubts;
}

function askedBy(shared: SharedContext, call: ts.CallExpression): { text: string; type: ts.Type } | undefined {
  const { checker, modules } = shared;
  const signature = checker.getResolvedSignature(call);
  const predicate = signature && checker.getTypePredicateOfSignature(signature);
  if (!signature || !predicate?.type || isAssertion(predicate)) return undefined;
  const { declaration } = signature;
  // What the library asks is answered by the value alone.
  if (!declaration || !modules.has(declaration.getSourceFile())) return undefined;
  if (predicate.kind === ts.TypePredicateKind.This) {
    return ts.isPropertyAccessExpression(call.expression)
      ? { text: call.expression.expression.getText(), type: predicate.type }
      : undefined;
  }
  const index = predicate.parameterIndex ?? 0;
  const argument = call.arguments[index];
  if (!argument || isExact(shared, declaration, index)) return undefined;
  return { text: argument.getText(), type: predicate.type };
}

function isAssertion({ kind }: ts.TypePredicate): boolean {
  return kind === ts.TypePredicateKind.AssertsIdentifier || kind === ts.TypePredicateKind.AssertsThis;
}

/** A test of a parameter for a type, as far as it has been looked at. */
interface Test {
  shared: SharedContext;
  parameter: string;
  type: ts.Type;
  /** What properties are compared with, by their names: the test only fails for other values. */
  equal: Map<string, ts.Type[]>;
}

/** Whether all that a function asks is of which type its argument is. Where TypeScript finds the type itself, it has made sure. */
function isExact(shared: SharedContext, declaration: ts.Node, index: number): boolean {
  if (!ts.isFunctionLike(declaration) || !declaration.type || !ts.isTypePredicateNode(declaration.type)) return true;
  const name = declaration.parameters[index]?.name;
  const condition = "body" in declaration && declaration.body ? resultOf(declaration.body) : undefined;
  if (!condition || !declaration.type.type || !name || !ts.isIdentifier(name)) return false;
  const type = shared.checker.getTypeFromTypeNode(declaration.type.type);
  const test: Test = { shared, parameter: name.text, type, equal: new Map() };
  return asksOnly(test, condition, true) && [...test.equal].every(([key, values]) => isCovered(test, key, values));
}

function resultOf(body: ts.Node): ts.Expression | undefined {
  if (!ts.isBlock(body)) return ts.isExpression(body) ? body : undefined;
  const [statement, ...others] = body.statements;
  return statement && others.length === 0 && ts.isReturnStatement(statement) ? statement.expression : undefined;
}

function asksOnly(test: Test, node: ts.Expression, holds: boolean): boolean {
  if (ts.isParenthesizedExpression(node)) return asksOnly(test, node.expression, holds);
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.ExclamationToken && asksOnly(test, node.operand, !holds);
  }
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments;
    return node.expression.getText() === "Array.isArray" && argument !== undefined && isParameter(test, argument);
  }
  if (!ts.isBinaryExpression(node)) return false;
  const { left, right } = node;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
      return asksOnly(test, left, holds) && asksOnly(test, right, holds);
    case ts.SyntaxKind.InstanceOfKeyword:
      return isParameter(test, left);
    case ts.SyntaxKind.InKeyword:
      return ts.isStringLiteralLike(left) && isParameter(test, right) && isRequired(test, left.text);
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return compares(test, left, right, holds);
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return compares(test, left, right, !holds);
    default:
      return false;
  }
}

/** Whether a comparison is of the parameter's kind, of itself or of a property that tells its types apart. */
function compares(test: Test, left: ts.Expression, right: ts.Expression, holds: boolean): boolean {
  if (ts.isTypeOfExpression(left)) return isParameter(test, left.expression) && ts.isStringLiteralLike(right);
  if (isParameter(test, left)) return right.kind === ts.SyntaxKind.NullKeyword || right.getText() === "undefined";
  if (!ts.isPropertyAccessExpression(left) || !isParameter(test, left.expression)) return false;
  const value = test.shared.checker.getTypeAtLocation(right);
  if (!value.isLiteral()) return false;
  if (!holds) return !canBe(test, left.name.text, value);
  test.equal.set(left.name.text, [...(test.equal.get(left.name.text) ?? []), value]);
  return true;
}

function isParameter(test: Test, node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isParameter(test, node.expression);
  return ts.isIdentifier(node) && node.text === test.parameter;
}

function isRequired({ shared, type }: Test, key: string): boolean {
  const property = shared.checker.getPropertyOfType(type, key);
  return property !== undefined && !(property.flags & ts.SymbolFlags.Optional);
}

/** Whether a property of the type has none but these values. */
function isCovered({ shared: { checker }, type }: Test, key: string, values: readonly ts.Type[]): boolean {
  const property = checker.getPropertyOfType(type, key);
  const held = property && checker.getTypeOfSymbol(property);
  const members = held?.isUnion() ? held.types : held ? [held] : [];
  return members.length > 0 && members.every((each) => values.some((value) => checker.isTypeAssignableTo(each, value)));
}

function canBe({ shared: { checker }, type }: Test, key: string, value: ts.Type): boolean {
  const property = checker.getPropertyOfType(type, key);
  return !property || checker.isTypeAssignableTo(value, checker.getTypeOfSymbol(property));
}
