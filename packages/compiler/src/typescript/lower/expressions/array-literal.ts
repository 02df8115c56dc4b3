import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerArguments } from "./arguments.ts";

/** `[a, ...b]` */
export function lowerArrayLiteral(context: LowerContext, node: ts.ArrayLiteralExpression): Expression {
  return createExpression(context, node, { op: "array", elements: lowerArguments(context, node.elements) });
}
