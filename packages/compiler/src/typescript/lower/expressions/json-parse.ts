import ts from "typescript";
import type { BorderType, Expression } from "../../ir/index.ts";
import { createExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { skipTransparent } from "../transparent.ts";
import { borderTypeOf } from "../types/border-type.ts";
import { globalNameOf } from "./global.ts";

/** Whether a call is `JSON.parse(text)`. With a reviver it is an ordinary method. */
export function isJsonParse(context: LowerContext, node: ts.CallExpression): boolean {
  const callee = skipTransparent(node.expression);
  const [text] = node.arguments;
  return (
    node.arguments.length === 1 &&
    text !== undefined &&
    !ts.isSpreadElement(text) &&
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === "parse" &&
    globalNameOf(context, callee.expression) === "JSON"
  );
}

/** `JSON.parse(text)`: what is read has the representation of the type that the author says it has. */
export function lowerJsonParse(context: LowerContext, node: ts.CallExpression): Expression {
  const text = lowerExpression(context, node.arguments[0] as ts.Expression);
  return createExpression(context, node, { op: "parseJson", text, type: expectedType(context, node) });
}

function expectedType(context: LowerContext, node: ts.CallExpression): BorderType {
  const { checker } = context.shared;
  let outer: ts.Expression = node;
  while (ts.isParenthesizedExpression(outer.parent) || ts.isNonNullExpression(outer.parent)) outer = outer.parent;
  const { parent } = outer;
  const asserted =
    ts.isAssertionExpression(parent) || ts.isSatisfiesExpression(parent)
      ? checker.getTypeFromTypeNode(parent.type)
      : undefined;
  const type = asserted ?? checker.getContextualType(node);
  return type ? borderTypeOf(context.shared, type) : { type: "any" };
}
