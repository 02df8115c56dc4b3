import ts from "typescript";

/** The `name` that JavaScript gives to a function or class without one, from where it stands. */
export function inferredName(node: ts.Node): string {
  let { parent } = node;
  let value = node;
  while (parent && (ts.isParenthesizedExpression(parent) || isTypeOnly(parent))) {
    value = parent;
    parent = parent.parent;
  }
  if (parent === undefined) return "";
  if (ts.isSourceFile(parent) || ts.isExportAssignment(parent)) return "default";
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) {
    return parent.initializer === value && ts.isIdentifier(parent.name) ? parent.name.text : "";
  }
  if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return nameText(parent.name);
  if (ts.isBinaryExpression(parent) && parent.right === value && ts.isIdentifier(parent.left)) {
    const operator = parent.operatorToken.kind;
    return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment
      ? parent.left.text
      : "";
  }
  return "";
}

function isTypeOnly(node: ts.Node): boolean {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node);
}

function nameText(name: ts.PropertyName): string {
  if (!ts.isComputedPropertyName(name)) return name.text;
  return ts.isStringLiteralLike(name.expression) ? name.expression.text : "";
}
