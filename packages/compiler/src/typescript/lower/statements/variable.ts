import ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { declareVariable, runExpression, writeVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { openGuards } from "../initialization/guards.ts";
import { lowerExpression } from "../lower-expression.ts";
import { lowerBinding } from "../patterns/binding.ts";
import type { Use } from "./disposal.ts";
import { isAwaitUsing } from "./disposal.ts";
import { isAmbient, variableOfName } from "../variables.ts";

/** `const`, `let` and `var`. */
export function lowerVariableStatement(context: LowerContext, node: ts.VariableStatement): Statement[] {
  return lowerDeclarations(context, node.declarationList);
}

/** The declarations of a statement or of a loop's head. */
export function lowerDeclarations(context: LowerContext, list: ts.VariableDeclarationList, use?: Use): Statement[] {
  const scoped = list.flags & ts.NodeFlags.BlockScoped;
  const lower = scoped ? lowerScoped : lowerHoisted;
  return list.declarations.flatMap((declaration) =>
    isAmbient(declaration)
      ? []
      : [
          ...lower(context, declaration),
          ...(use ? [useOf(context, declaration.name, use, isAwaitUsing(list))] : []),
          ...openGuards(context, declaration),
        ],
  );
}

function useOf(context: LowerContext, name: ts.BindingName, use: Use, awaited: boolean): Statement {
  return use(name, variableOfName(context, name as ts.Identifier), awaited);
}

function lowerScoped(context: LowerContext, node: ts.VariableDeclaration): Statement[] {
  const { name, initializer } = node;
  const value = initializer && lowerExpression(context, initializer);
  if (ts.isIdentifier(name)) return [declareVariable(context, node, variableOfName(context, name), value)];
  return value ? lowerBinding(context, name, value) : [];
}

/** A `var` has been declared at the start of the function; here it gets its value, if there is one. */
function lowerHoisted(context: LowerContext, node: ts.VariableDeclaration): Statement[] {
  const { name, initializer } = node;
  if (initializer === undefined) return [];
  const value = lowerExpression(context, initializer);
  if (!ts.isIdentifier(name)) return lowerBinding(context, name, value);
  return [runExpression(context, node, writeVariable(context, node, variableOfName(context, name), value))];
}
