import type ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import { lowerClass } from "../classes/lower-class.ts";
import type { LowerContext } from "../context.ts";
import { report, unsupportedSyntax } from "../messages.ts";
import { nameNodeOf } from "../modules/name-node.ts";
import { isAmbient, variableOfName } from "../variables.ts";

/** A class declaration; `declare class` leaves nothing. */
export function lowerClassDeclaration(context: LowerContext, node: ts.ClassDeclaration): Statement[] {
  if (isAmbient(node)) return [];
  if (nameNodeOf(node) === node) {
    report(context, node, unsupportedSyntax("a class declaration without a name"));
    return [];
  }
  const variable = variableOfName(context, nameNodeOf(node));
  const made = lowerClass(context, node);
  variable.holds = made;
  return [createStatement(context, node, { type: "declareClass", variable, class: made })];
}
