import ts from "typescript";
import type { IrVariable, Statement } from "../../ir/index.ts";
import { declareVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { isAmbient, variableOfName } from "../variables.ts";

/** Declares, at the start of a function or module, the `var`s that stand anywhere in it. */
export function declareHoisted(context: LowerContext, scope: ts.Node): Statement[] {
  const found = new Map<IrVariable, ts.Node>();
  collect(context, scope, found);
  return [...found].map(([variable, node]) => declareVariable(context, node, variable, undefined));
}

function collect(context: LowerContext, node: ts.Node, found: Map<IrVariable, ts.Node>): void {
  if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped)) {
    for (const declaration of node.declarations) {
      if (!isAmbient(declaration)) collectNames(context, declaration.name, found);
    }
  }
  if (ts.isExpressionStatement(node) || ts.isTypeNode(node)) return;
  ts.forEachChild(node, (child) => {
    if (!ts.isFunctionLike(child) && !ts.isClassLike(child)) collect(context, child, found);
  });
}

function collectNames(context: LowerContext, name: ts.BindingName, found: Map<IrVariable, ts.Node>): void {
  if (ts.isIdentifier(name)) {
    const variable = variableOfName(context, name);
    // A `var` with a parameter's name is the parameter.
    if (variable.kind === "var") found.set(variable, name);
    return;
  }
  for (const element of name.elements) {
    if (ts.isBindingElement(element)) collectNames(context, element.name, found);
  }
}
