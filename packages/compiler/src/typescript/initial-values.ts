import type { Json } from "@rune/schema";
import ts from "typescript";
import type { CheckedProgram } from "./check/index.ts";

/** The values that exported variables have from the start, where their initialisers are plain constants: what a page can show before its module runs. */
export function findInitialValues({
  entry,
  checker,
}: Pick<CheckedProgram, "entry" | "checker">): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  const symbol = checker.getSymbolAtLocation(entry);
  for (const exported of symbol ? checker.getExportsOfModule(symbol) : []) {
    const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declaration = target.valueDeclaration;
    if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) continue;
    const value = evaluate(declaration.initializer);
    if (value !== undefined) values.set(exported.name, value);
  }
  return values;
}

/** The value of a constant expression; `undefined` for any other, and for what JSON cannot write. */
function evaluate(expression: ts.Expression): Json | undefined {
  switch (expression.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return true;
    case ts.SyntaxKind.FalseKeyword:
      return false;
    case ts.SyntaxKind.NullKeyword:
      return null;
  }
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isNumericLiteral(expression)) return finite(Number(expression.text));
  if (ts.isPrefixUnaryExpression(expression) && expression.operator === ts.SyntaxKind.MinusToken) {
    const value = evaluate(expression.operand);
    // JSON has no minus zero.
    return typeof value === "number" && value !== 0 ? -value : undefined;
  }
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression)
  ) {
    return evaluate(expression.expression);
  }
  if (ts.isArrayLiteralExpression(expression)) return evaluateList(expression);
  return ts.isObjectLiteralExpression(expression) ? evaluateObject(expression) : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function evaluateList({ elements }: ts.ArrayLiteralExpression): Json[] | undefined {
  const values: Json[] = [];
  for (const element of elements) {
    const value = evaluate(element);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function evaluateObject({ properties }: ts.ObjectLiteralExpression): Json | undefined {
  const entries: [string, Json][] = [];
  for (const property of properties) {
    const { name } = property;
    if (!ts.isPropertyAssignment(property) || !name) return undefined;
    if (!ts.isIdentifier(name) && !ts.isStringLiteralLike(name)) return undefined;
    const value = evaluate(property.initializer);
    if (value === undefined || name.text === "__proto__") return undefined;
    entries.push([name.text, value]);
  }
  return Object.fromEntries(entries);
}
