import ts from "typescript";
import type { Argument } from "../../ir/index.ts";
import { createUndefined } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";

/** The arguments of a call, or the elements of an array literal, whose holes are `undefined`. */
export function lowerArguments(context: LowerContext, nodes: readonly ts.Expression[] | undefined): Argument[] {
  return (nodes ?? []).map((node): Argument => {
    if (ts.isSpreadElement(node)) return { value: lowerExpression(context, node.expression), spread: true };
    const value = ts.isOmittedExpression(node) ? createUndefined(context, node) : lowerExpression(context, node);
    return { value, spread: false };
  });
}
