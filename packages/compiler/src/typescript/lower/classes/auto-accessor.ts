import type ts from "typescript";
import type { Expression, IrFunction, IrMethod } from "../../ir/index.ts";
import { createExpression, createStatement, createTemporary, readVariable, runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { createFunction, createThis } from "../functions/lower-function.ts";

/** The field behind `accessor name`. */
export interface AutoAccessor {
  name: string;
  field: string;
  static: boolean;
}

/** The getter and the setter of an `accessor`. */
export function createAccessors(context: LowerContext, node: ts.Node, accessor: AutoAccessor): IrMethod[] {
  const { name, static: isStatic } = accessor;
  return [
    { name, kind: "get", static: isStatic, function: createGetter(context, node, accessor) },
    { name, kind: "set", static: isStatic, function: createSetter(context, node, accessor) },
  ];
}

function createGetter(context: LowerContext, node: ts.Node, { name, field }: AutoAccessor): IrFunction {
  const made = createFunction(context, node, name);
  const inner: LowerContext = { ...context, function: made };
  const object = readReceiver(inner, node);
  const value = createExpression(inner, node, { op: "property", object, name: field });
  made.body.push(createStatement(inner, node, { type: "return", value }));
  return made;
}

function createSetter(context: LowerContext, node: ts.Node, { name, field }: AutoAccessor): IrFunction {
  const made = createFunction(context, node, name);
  const inner: LowerContext = { ...context, function: made };
  const variable = { ...createTemporary(inner, node, "value"), kind: "parameter" as const };
  made.parameters.push({ variable, rest: false });
  const object = readReceiver(inner, node);
  const value = readVariable(inner, node, variable);
  made.body.push(
    runExpression(inner, node, createExpression(inner, node, { op: "setProperty", object, name: field, value })),
  );
  return made;
}

function readReceiver(context: LowerContext, node: ts.Node): Expression {
  const variable = createThis(context, node, context.function);
  context.function.thisVariable = variable;
  return readVariable(context, node, variable);
}
