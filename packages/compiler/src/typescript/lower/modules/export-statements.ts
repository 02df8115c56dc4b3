import ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { declareVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { report, unsupportedSyntax } from "../messages.ts";
import { hasOwnValue, variableOf } from "../variables.ts";

/** `export default value`: a variable for the value, unless it is another variable's name. */
export function lowerExportAssignment(context: LowerContext, node: ts.ExportAssignment): Statement[] {
  if (node.isExportEquals) {
    report(context, node, unsupportedSyntax("`export = …`"));
    return [];
  }
  const symbol = defaultSymbolOf(context);
  if (symbol === undefined || isType(context, node)) return [];
  if (symbol.flags & ts.SymbolFlags.Alias && !hasOwnValue(context.shared, symbol)) return [];
  const variable = variableOf(context, symbol);
  const value = lowerExpression(context, node.expression);
  return variable ? [declareVariable(context, node, variable, value)] : [];
}

function defaultSymbolOf(context: LowerContext): ts.Symbol | undefined {
  const module = context.shared.checker.getSymbolAtLocation(context.source);
  return module?.exports?.get(ts.InternalSymbolName.Default);
}

/** `export default Name` of an interface or type. */
function isType(context: LowerContext, node: ts.ExportAssignment): boolean {
  if (!ts.isIdentifier(node.expression)) return false;
  const { checker } = context.shared;
  const symbol = checker.getSymbolAtLocation(node.expression);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target !== undefined && (target.flags & ts.SymbolFlags.Value) === 0;
}

/** `export { … }` and `export * from …`: names of variables, which are found where they are used. */
export function lowerExportDeclaration(): Statement[] {
  return [];
}
