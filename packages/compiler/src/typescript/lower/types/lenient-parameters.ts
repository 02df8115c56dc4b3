import ts from "typescript";
import type { BorderParameter, BorderType } from "../../ir/index.ts";

/*
 * A function that asks whether a parameter is there, although the parameter's type says that it is, expects callers whom no checker has seen:
 * `if (!items) return []`. To such a function JavaScript may pass `undefined` and `null`.
 */

/** Marks the parameters of a function that it asks for. */
export function markLenient(
  checker: ts.TypeChecker,
  signature: ts.Signature,
  parameters: readonly BorderParameter[],
): void {
  const declaration = signature.declaration;
  if (!declaration || !ts.isFunctionLike(declaration) || !("body" in declaration) || !declaration.body) return;
  const written = declaration.parameters.filter(({ name }) => !ts.isIdentifier(name) || name.text !== "this");
  written.forEach((parameter, index) => {
    const made = parameters[index];
    if (!made || made.rest || parameter.initializer || !ts.isIdentifier(parameter.name)) return;
    if (isPresent(made.type) && isAskedFor(checker, parameter.name, declaration.body!)) made.lenient = true;
  });
}

/** Whether values of the type are always there, and cost nothing more if they may be absent. */
export function isPresent(type: BorderType): boolean {
  if (type.type === "union") return type.members.every(isPresent);
  return !["undefined", "null", "boolean", "number", "any", "opaque"].includes(type.type);
}

/** Names of the parameters of a function whose body asks whether they are there. */
export function askedParameters(
  checker: ts.TypeChecker,
  { parameters, body }: { parameters: readonly ts.ParameterDeclaration[]; body: ts.Node },
): string[] {
  return parameters.flatMap(({ name }) =>
    ts.isIdentifier(name) && isAskedFor(checker, name, body) ? [name.text] : [],
  );
}

function isAskedFor(checker: ts.TypeChecker, parameter: ts.Identifier, body: ts.Node): boolean {
  const symbol = checker.getSymbolAtLocation(parameter);
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node.text === parameter.text && isAsked(node)) {
      return checker.getSymbolAtLocation(node) === symbol;
    }
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return visit(body);
}

/** Whether what is done with an expression only makes sense if its value may be absent. */
export function isAsked(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) {
    return isAsked(parent);
  }
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isIfStatement(parent)) return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent)) {
    return parent.expression === node && parent.questionDotToken !== undefined;
  }
  if (!ts.isBinaryExpression(parent)) return false;
  const { left, right, operatorToken } = parent;
  const other = left === node ? right : left;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return isAbsence(other);
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
      return left === node || isAsked(parent);
    default:
      return false;
  }
}

function isAbsence(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}
