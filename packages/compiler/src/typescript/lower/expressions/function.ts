import type ts from "typescript";
import type { Expression, IrClass, IrFunction, IrVariable } from "../../ir/index.ts";
import { createDo, createExpression, createStatement, declareVariable, readVariable } from "../builder.ts";
import { lowerClass } from "../classes/lower-class.ts";
import type { LowerContext } from "../context.ts";
import { lowerFunction } from "../functions/lower-function.ts";
import { variableOfName } from "../variables.ts";

/** `(…) => …` */
export function lowerArrowFunction(context: LowerContext, node: ts.ArrowFunction): Expression {
  return createExpression(context, node, { op: "closure", function: lowerFunction(context, node) });
}

/** `function (…) { … }`. A name of its own is a variable that the function itself sees. */
export function lowerFunctionExpression(context: LowerContext, node: ts.FunctionExpression): Expression {
  const made = lowerFunction(context, node);
  const closure = createExpression(context, node, { op: "closure", function: made });
  const variable = ownVariable(context, node, made);
  if (variable === undefined) return closure;
  const declaration = declareVariable(context, node, variable, closure);
  return createDo(context, node, [declaration], readVariable(context, node, variable));
}

/** `class { … }`. A name of its own is a variable that the class itself sees. */
export function lowerClassExpression(context: LowerContext, node: ts.ClassExpression): Expression {
  const made = lowerClass(context, node);
  const variable = ownVariable(context, node, made);
  if (variable === undefined) return createExpression(context, node, { op: "class", class: made });
  const declaration = createStatement(context, node, { type: "declareClass", variable, class: made });
  return createDo(context, node, [declaration], readVariable(context, node, variable));
}

/** The variable of the name that an expression gives itself, if anything inside of it has used it. */
function ownVariable(
  context: LowerContext,
  node: ts.FunctionExpression | ts.ClassExpression,
  holds: IrFunction | IrClass,
): IrVariable | undefined {
  const symbol = node.name && context.shared.checker.getSymbolAtLocation(node.name);
  if (!node.name || !symbol || !context.shared.variables.has(symbol)) return undefined;
  const variable = variableOfName(context, node.name);
  variable.holds = holds;
  return variable;
}
