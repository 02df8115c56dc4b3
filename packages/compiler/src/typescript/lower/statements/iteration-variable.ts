import ts from "typescript";
import type { IrVariable, Statement } from "../../ir/index.ts";
import { createTemporary, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerAssignmentPattern } from "../patterns/assignment-pattern.ts";
import { lowerBinding } from "../patterns/binding.ts";
import { variableOfName } from "../variables.ts";

/** The variable that takes what an iteration gives, and what has to be done with it at the start of each. */
export function lowerIterationVariable(
  context: LowerContext,
  node: ts.ForInitializer,
): { variable: IrVariable; start: Statement[] } {
  if (ts.isVariableDeclarationList(node)) {
    const name = node.declarations[0]?.name;
    const scoped = (node.flags & ts.NodeFlags.BlockScoped) !== 0;
    if (name && scoped && ts.isIdentifier(name)) return { variable: variableOfName(context, name), start: [] };
    const variable = createTemporary(context, node, "item");
    const start = name ? lowerBinding(context, name, readVariable(context, name, variable)) : [];
    return { variable, start };
  }
  const variable = createTemporary(context, node, "item");
  const value = readVariable(context, node, variable);
  return { variable, start: lowerAssignmentPattern(context, node, value) };
}
