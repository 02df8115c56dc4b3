import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression, createString } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { skipTransparent } from "../transparent.ts";
import { isAmbient, symbolOf, valueDeclarationOf } from "../variables.ts";
import { isGlobal, isGlobalThis } from "./global.ts";

/** `typeof value`; of a name that nothing defines it is `"undefined"`. */
export function lowerTypeof(context: LowerContext, node: ts.TypeOfExpression): Expression {
  if (isUndefinedName(context, node.expression)) return createString(context, node, "undefined");
  if (isGlobalThis(context, node.expression)) return createString(context, node, "object");
  return createExpression(context, node, {
    op: "unary",
    operator: "typeof",
    operand: lowerExpression(context, node.expression),
  });
}

function isUndefinedName(context: LowerContext, expression: ts.Expression): boolean {
  const name = skipTransparent(expression);
  if (!ts.isIdentifier(name)) return false;
  const symbol = symbolOf(context.shared, name);
  const declaration = symbol && valueDeclarationOf(symbol);
  return declaration !== undefined && !isGlobal(context, symbol as ts.Symbol) && isAmbient(declaration);
}
