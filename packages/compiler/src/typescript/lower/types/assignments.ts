import ts from "typescript";
import type { CheckedContext, SharedContext } from "../context.ts";
import { symbolOf } from "../variables.ts";

/** What the author's files assign to, and which properties need not keep what they were given. */
export interface Assignments {
  /** The functions, or files, that assign to a variable after its declaration. */
  variables: Map<ts.Symbol, Set<ts.Node>>;
  /** Names of properties that are assigned anywhere but on `this` in a constructor. */
  properties: Set<string>;
  /** Properties are assigned of which the names are known only at run time. */
  anyProperty: boolean;
  /** Names of properties that have a getter anywhere, and may give something else each time. */
  getters: Set<string>;
  /** Objects are told apart by `instanceof` or by functions that say so: a type that is no union can be narrowed. */
  guards: boolean;
}

/** Collects the assignments of all files, once. */
export function assignmentsOf(shared: SharedContext): Assignments {
  if (shared.assignments) return shared.assignments;
  shared.assignments = findAssignments(shared, [...shared.modules.keys()]);
  return shared.assignments;
}

/** Collects the assignments in files, or in functions. */
export function findAssignments(shared: CheckedContext, nodes: readonly ts.Node[]): Assignments {
  const found: Assignments = {
    variables: new Map(),
    properties: new Set(),
    anyProperty: false,
    getters: new Set(),
    guards: false,
  };
  for (const node of nodes) visit(shared, node, node, found);
  return found;
}

function visit(shared: CheckedContext, node: ts.Node, scope: ts.Node, found: Assignments): void {
  if (isReference(node) && isAssignmentTarget(node)) {
    if (ts.isIdentifier(node)) {
      const symbol = symbolOf(shared, node);
      if (symbol) {
        const scopes = found.variables.get(symbol) ?? new Set();
        found.variables.set(symbol, scopes.add(scope));
      }
    } else if (ts.isPropertyAccessExpression(node)) {
      const initial = ts.isConstructorDeclaration(scope) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
      if (!initial) found.properties.add(node.name.text);
    } else if (ts.isElementAccessExpression(node)) {
      const key = node.argumentExpression;
      if (ts.isStringLiteralLike(key)) found.properties.add(key.text);
      else if (namesProperty(shared, node)) found.anyProperty = true;
    }
  }
  if (assignsProperties(node)) found.anyProperty = true;
  if (node.kind === ts.SyntaxKind.InstanceOfKeyword || ts.isTypePredicateNode(node)) found.guards = true;
  if (ts.isGetAccessor(node)) found.getters.add(node.name.getText());
  const inner = ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node) ? node : scope;
  ts.forEachChild(node, (child) => visit(shared, child, inner, found));
}

/** Whether the key of an element may name a property that is declared. */
function namesProperty({ checker }: CheckedContext, node: ts.ElementAccessExpression): boolean {
  const key = checker.getTypeAtLocation(node.argumentExpression);
  if (key.flags & ts.TypeFlags.NumberLike) return false;
  return checker.getTypeAtLocation(node.expression).getStringIndexType() === undefined;
}

const ASSIGNING: ReadonlySet<string> = new Set([
  "assign",
  "defineProperty",
  "defineProperties",
  "set",
  "deleteProperty",
]);

/** Whether an expression is a function of JavaScript that assigns properties by name, such as `Object.assign`. */
export function assignsProperties(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const owner = node.expression.text;
  return (owner === "Object" || owner === "Reflect") && ASSIGNING.has(node.name.text);
}

function isReference(node: ts.Node): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Whether a variable, property or element is assigned to here, alone or in a destructuring assignment. */
export function isAssignmentTarget(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    const assigns = operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
    if (!assigns || parent.left !== node) return false;
    // In `[a = 1] = …` and `({ a: b = 1 } = …)` the assignment is a default value; its left side is a target all the same.
    return true;
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isDeleteExpression(parent)) return true;
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) || ts.isAsExpression(parent)) {
    return isAssignmentTarget(parent);
  }
  if (ts.isSpreadElement(parent) || ts.isArrayLiteralExpression(parent)) return isAssignmentTarget(parent);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && isAssignmentTarget(parent.parent);
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node && isAssignmentTarget(parent.parent);
  if (ts.isSpreadAssignment(parent)) return isAssignmentTarget(parent.parent);
  return false;
}
