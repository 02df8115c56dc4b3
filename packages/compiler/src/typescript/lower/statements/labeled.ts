import ts from "typescript";
import type { Label, Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerStatement } from "../lower-statement.ts";
import { enter } from "./jump.ts";
import { lowerBranch } from "./statement-list.ts";

/** `label: …`. Loops and `switch` look for their labels themselves. */
export function lowerLabeled(context: LowerContext, node: ts.LabeledStatement): Statement[] {
  const { statement } = node;
  if (
    ts.isIterationStatement(statement, false) ||
    ts.isSwitchStatement(statement) ||
    ts.isLabeledStatement(statement)
  ) {
    return lowerStatement(context, statement);
  }
  const label: Label = { name: node.label.text };
  const names = [];
  for (let each: ts.Node = node; ts.isLabeledStatement(each); each = each.parent) names.push(each.label.text);
  const inner = enter(context, { names, breakLabel: label, continueLabel: undefined, unlabelled: false });
  return [createStatement(context, node, { type: "block", label, body: lowerBranch(inner, statement) })];
}
