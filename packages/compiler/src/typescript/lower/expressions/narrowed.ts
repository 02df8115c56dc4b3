import type ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { filterFor } from "../types/filter.ts";

/** A value that was read, with what the author's control flow has shown about it. */
export function narrowed(context: LowerContext, node: ts.Expression, value: Expression): Expression {
  const filter = filterFor(context, node);
  return filter ? createExpression(context, node, { op: "narrow", value, filter }) : value;
}
