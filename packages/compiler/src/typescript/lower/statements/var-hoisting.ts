import ts from "typescript";
import type { IrVariable, Statement } from "../../ir/index.ts";
import { declareVariable, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { isAmbient, variableOfName } from "../variables.ts";

/** Declares, at the start of a function or module, the `var`s that stand anywhere in it. */
export function declareHoisted(context: LowerContext, scope: ts.Node): Statement[] {
  const found = new Map<IrVariable, ts.Node>();
  const named = new Map<IrVariable, ts.Identifier>();
  collect(context, scope, { found, named });
  return [
    ...[...found].map(([variable, node]) => declareVariable(context, node, variable, undefined)),
    ...(parametersHoldFunctions(scope) ? [...named].map((each) => separate(context, ...each)) : []),
  ];
}

/** What is declared with `var`: variables of their own, and those with the name of a parameter. */
interface Hoisted {
  found: Map<IrVariable, ts.Node>;
  named: Map<IrVariable, ts.Identifier>;
}

/**
 * A `var` with a parameter's name is the parameter, unless functions among the parameters see that: then it is a variable of the body's own that
 * begins with the parameter's value.
 */
function separate(context: LowerContext, parameter: IrVariable, name: ts.Identifier): Statement {
  const variable: IrVariable = { ...parameter, kind: "var", owner: context.function, captured: false, writes: 0 };
  const symbol = context.shared.checker.getSymbolAtLocation(name);
  if (symbol) context.shared.variables.set(symbol, variable);
  return declareVariable(context, name, variable, readVariable(context, name, parameter));
}

function parametersHoldFunctions(scope: ts.Node): boolean {
  const holds = (node: ts.Node): boolean =>
    ts.isFunctionLike(node) || (ts.forEachChild(node, (child) => holds(child) || undefined) ?? false);
  return scope.parent !== undefined && ts.isFunctionLike(scope.parent)
    ? scope.parent.parameters.some(({ initializer, name }) => (initializer && holds(initializer)) || holds(name))
    : false;
}

/** A `var` stands in statements only: expressions, which may nest very deeply, hold none outside of functions and classes. */
function collect(context: LowerContext, node: ts.Node, hoisted: Hoisted): void {
  if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped)) {
    for (const declaration of node.declarations) {
      if (!isAmbient(declaration)) collectNames(context, declaration.name, hoisted);
    }
  }
  ts.forEachChild(node, (child) => {
    if (ts.isExpression(child) || ts.isTypeNode(child) || ts.isFunctionLike(child) || ts.isClassLike(child)) return;
    collect(context, child, hoisted);
  });
}

function collectNames(context: LowerContext, name: ts.BindingName, hoisted: Hoisted): void {
  if (ts.isIdentifier(name)) {
    const variable = variableOfName(context, name);
    if (variable.kind === "var") hoisted.found.set(variable, name);
    else if (isParameterName(context, name)) hoisted.named.set(variable, name);
    return;
  }
  for (const element of name.elements) {
    if (ts.isBindingElement(element)) collectNames(context, element.name, hoisted);
  }
}

function isParameterName(context: LowerContext, name: ts.Identifier): boolean {
  const symbol = context.shared.checker.getSymbolAtLocation(name);
  return symbol?.declarations?.some(ts.isParameter) ?? false;
}
