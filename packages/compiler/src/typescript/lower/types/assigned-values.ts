import ts from "typescript";
import { isAssignmentTarget } from "./assignments.ts";

/** What variables and properties are given, by their text; `undefined` for a value that is taken out of another. */
export type AssignedValues = ReadonlyMap<string, readonly (ts.Expression | undefined)[]>;

const known = new WeakMap<ts.Node, AssignedValues>();

/** Everything that is assigned in a node, without the functions in it, in the order of the text. */
export function assignedValues(node: ts.Node): AssignedValues {
  const before = known.get(node);
  if (before) return before;
  const values = findAssigned(node);
  known.set(node, values);
  return values;
}

function findAssigned(node: ts.Node): AssignedValues {
  const found = new Map<string, (ts.Expression | undefined)[]>();
  const add = (target: ts.Node, value: ts.Expression | undefined): void => {
    const text = target.getText();
    found.set(text, [...(found.get(text) ?? []), value]);
  };
  const visit = (part: ts.Node): void => {
    if (ts.isFunctionLike(part) || ts.isTypeNode(part)) return;
    if (ts.isVariableDeclaration(part) && ts.isIdentifier(part.name)) {
      if (part.initializer) add(part.name, part.initializer);
    } else if (ts.isBindingElement(part) && ts.isIdentifier(part.name)) add(part.name, undefined);
    else if (isPlainTarget(part) && isAssignmentTarget(part) && !isCounted(part)) add(part, valueGiven(part));
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}

function isPlainTarget(node: ts.Node): node is ts.Expression {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Whether a target is counted up or down: what it has then is a number. */
function isCounted({ parent }: ts.Expression): boolean {
  return ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent);
}

function valueGiven({ parent }: ts.Expression): ts.Expression | undefined {
  // In a pattern, what looks like an assignment is a default: the value may be another.
  if (!ts.isBinaryExpression(parent) || isAssignmentTarget(parent)) return undefined;
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      return parent.right;
    default:
      return parent;
  }
}
