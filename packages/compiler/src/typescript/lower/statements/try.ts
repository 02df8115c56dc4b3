import ts from "typescript";
import type { IrVariable, Statement } from "../../ir/index.ts";
import { createStatement, createTemporary, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerBinding } from "../patterns/binding.ts";
import { variableOfName } from "../variables.ts";
import { lowerStatements } from "./statement-list.ts";

/** `try … catch … finally …`. */
export function lowerTry(context: LowerContext, node: ts.TryStatement): Statement[] {
  const body = lowerStatements(context, node.tryBlock.statements);
  const caught = node.catchClause && lowerCatch(context, node.catchClause);
  const finallyBody = node.finallyBlock && lowerStatements(context, node.finallyBlock.statements);
  return [
    createStatement(context, node, {
      type: "try",
      body,
      catchVariable: caught?.variable,
      catchBody: caught?.body,
      finallyBody,
    }),
  ];
}

function lowerCatch(
  context: LowerContext,
  node: ts.CatchClause,
): { variable: IrVariable | undefined; body: Statement[] } {
  const name = node.variableDeclaration?.name;
  if (name === undefined) return { variable: undefined, body: lowerStatements(context, node.block.statements) };
  if (ts.isIdentifier(name)) {
    const variable = variableOfName(context, name);
    return { variable, body: lowerStatements(context, node.block.statements) };
  }
  const variable: IrVariable = { ...createTemporary(context, name, "error"), kind: "catch" };
  const start = lowerBinding(context, name, readVariable(context, name, variable));
  return { variable, body: [...start, ...lowerStatements(context, node.block.statements)] };
}
