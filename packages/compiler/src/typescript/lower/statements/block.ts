import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerStatements } from "./statement-list.ts";

/** `{ … }`. */
export function lowerBlock(context: LowerContext, node: ts.Block): Statement[] {
  const body = lowerStatements(context, node.statements);
  return [createStatement(context, node, { type: "block", label: undefined, body })];
}
