import ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerFunction } from "../functions/lower-function.ts";
import { nameNodeOf } from "../modules/name-node.ts";
import { isAmbient, variableOfName } from "../variables.ts";

/** A function declaration; overload signatures and `declare function` leave nothing. */
export function lowerFunctionDeclaration(context: LowerContext, node: ts.FunctionDeclaration): Statement[] {
  if (node.body === undefined || isAmbient(node)) return [];
  const variable = variableOfName(context, nameNodeOf(node));
  const made = lowerFunction(context, node);
  variable.holds = made;
  return [createStatement(context, node, { type: "declareFunction", variable, function: made })];
}
