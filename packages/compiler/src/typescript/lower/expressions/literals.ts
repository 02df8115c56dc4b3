import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression, createNumber, createString, plainArguments } from "../builder.ts";
import type { LowerContext } from "../context.ts";

/** `null` */
export function lowerNull(context: LowerContext, node: ts.NullLiteral): Expression {
  return createExpression(context, node, { op: "null" });
}

/** `true` */
export function lowerTrue(context: LowerContext, node: ts.TrueLiteral): Expression {
  return createExpression(context, node, { op: "boolean", value: true });
}

/** `false` */
export function lowerFalse(context: LowerContext, node: ts.FalseLiteral): Expression {
  return createExpression(context, node, { op: "boolean", value: false });
}

/** A number in any notation, which the parser has brought into the decimal one. */
export function lowerNumber(context: LowerContext, node: ts.NumericLiteral): Expression {
  return createNumber(context, node, Number(node.text));
}

/** A string, or a template without values. */
export function lowerString(context: LowerContext, node: ts.StringLiteralLike): Expression {
  return createString(context, node, node.text);
}

/** `1n`, in any notation. */
export function lowerBigInt(context: LowerContext, node: ts.BigIntLiteral): Expression {
  return createExpression(context, node, { op: "bigint", value: bigIntOf(node) });
}

/** The value of a bigint literal. */
export function bigIntOf(node: ts.BigIntLiteral): bigint {
  return BigInt(node.text.slice(0, -1).replaceAll("_", ""));
}

/** `/source/flags` is a new object each time. */
export function lowerRegularExpression(context: LowerContext, node: ts.RegularExpressionLiteral): Expression {
  const end = node.text.lastIndexOf("/");
  const source = createString(context, node, node.text.slice(1, end));
  const flags = createString(context, node, node.text.slice(end + 1));
  const callee = createExpression(context, node, { op: "library", name: "RegExp" });
  return createExpression(context, node, { op: "new", callee, arguments: plainArguments([source, flags]) });
}
