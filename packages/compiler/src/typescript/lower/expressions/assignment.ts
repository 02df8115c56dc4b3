import ts from "typescript";
import type { BinaryOperator, Expression } from "../../ir/index.ts";
import { createDo, createExpression, createUndefined, keepValue, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { lowerAssignmentPattern } from "../patterns/assignment-pattern.ts";
import { skipTransparent } from "../transparent.ts";
import { isDiscarded } from "./discarded.ts";
import { lowerAssignedReference, lowerUpdatedReference } from "./reference.ts";

/** `a = b`, also with a pattern on the left. */
export function lowerAssignment(context: LowerContext, node: ts.BinaryExpression): Expression {
  const target = skipTransparent(node.left);
  if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) {
    return lowerDestructuring(context, node, target);
  }
  return lowerAssignmentTo(context, target, lowerExpression(context, node.right));
}

/** Gives a value to what stands on the left side of an assignment. */
export function lowerAssignmentTo(context: LowerContext, left: ts.Expression, value: Expression): Expression {
  const target = skipTransparent(left);
  if (!ts.isArrayLiteralExpression(target) && !ts.isObjectLiteralExpression(target)) {
    return lowerAssignedReference(context, target).write(value);
  }
  const body = lowerAssignmentPattern(context, target, value);
  return createDo(context, left, body, createUndefined(context, left));
}

function lowerDestructuring(
  context: LowerContext,
  node: ts.BinaryExpression,
  target: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression,
): Expression {
  const value = lowerExpression(context, node.right);
  if (isDiscarded(node)) return lowerAssignmentTo(context, target, value);
  const { declaration, variable } = keepValue(context, node, "assigned", value);
  const body = lowerAssignmentPattern(context, target, readVariable(context, node, variable));
  return createDo(context, node, [declaration, ...body], readVariable(context, node, variable));
}

/** `a += b`: the left side is read before the right one runs. */
export function lowerCompoundAssignment(
  context: LowerContext,
  node: ts.BinaryExpression,
  operator: BinaryOperator,
): Expression {
  const reference = lowerUpdatedReference(context, node.left, node.right);
  const left = reference.read();
  const right = lowerExpression(context, node.right);
  const value = createExpression(context, node, { op: "binary", operator, left, right });
  return createDo(context, node, reference.before, reference.write(value));
}

/** `a ??= b`, `a ||= b`, `a &&= b`: assigned only if need be. */
export function lowerLogicalAssignment(
  context: LowerContext,
  node: ts.BinaryExpression,
  operator: "&&" | "||" | "??",
): Expression {
  const reference = lowerUpdatedReference(context, node.left, node.right);
  const left = reference.read();
  const right = reference.write(lowerExpression(context, node.right));
  const value = createExpression(context, node, { op: "logical", operator, left, right });
  return createDo(context, node, reference.before, value);
}
