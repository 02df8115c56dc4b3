import ts from "typescript";
import type { Label, Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { declareGuards } from "../initialization/guards.ts";
import { lowerExpression } from "../lower-expression.ts";
import { enter, labelsOf } from "./jump.ts";
import { lowerFunctionsOf, lowerInOrder } from "./statement-list.ts";

/** `switch`. All clauses are one scope, whose functions are there from the start. */
export function lowerSwitch(context: LowerContext, node: ts.SwitchStatement): Statement[] {
  const names = labelsOf(node);
  const label: Label = { name: names[0] ?? "switch" };
  const inner = enter(context, { names, breakLabel: label, continueLabel: undefined, unlabelled: true });
  const value = lowerExpression(context, node.expression);
  const { clauses } = node.caseBlock;
  const guards = clauses.flatMap((clause) => declareGuards(inner, clause.statements));
  const functions = clauses.flatMap((clause) => lowerFunctionsOf(inner, clause.statements));
  const cases = clauses.map((clause) => ({
    test: ts.isCaseClause(clause) ? lowerExpression(context, clause.expression) : undefined,
    body: lowerInOrder(inner, clause.statements),
  }));
  const statement = createStatement(context, node, { type: "switch", label, value, cases });
  const before = [...guards, ...functions];
  if (before.length === 0) return [statement];
  return [createStatement(context, node, { type: "block", label: undefined, body: [...before, statement] })];
}
