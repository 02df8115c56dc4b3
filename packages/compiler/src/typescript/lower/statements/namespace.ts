import ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import type { LowerContext } from "../context.ts";
import { lowerStatements } from "./statement-list.ts";

/** `namespace`: what it declares are variables of the module. Namespaces that only have types leave nothing. */
export function lowerNamespace(context: LowerContext, node: ts.ModuleDeclaration): Statement[] {
  if (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Ambient || ts.isStringLiteral(node.name)) return [];
  const { body } = node;
  if (body === undefined || ts.isIdentifier(body)) return [];
  return ts.isModuleBlock(body) ? lowerStatements(context, body.statements) : lowerNamespace(context, body);
}
