import type { BorderFunction, IrExport } from "../../ir/index.ts";
import type { AbstractObject, FunctionObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { UNDEFINED } from "../values/kinds.ts";
import { variableNode } from "../visitors/visit.ts";
import type { Border } from "./border.ts";
import type { BorderOperation, Crossing } from "./crossing.ts";

/** An export as JavaScript gets at it. */
export interface BorderExport {
  export: IrExport;
  /** Functions that the export always is: called without their value. */
  direct: BorderOperation | undefined;
  /** The type of the export, with an operation that reads it. */
  value: { crossing: Crossing; read: BorderOperation; write: BorderOperation | undefined } | undefined;
  /** The export is a class. */
  class: Crossing | undefined;
}

/** Lets JavaScript use an export. */
export function leaveExport(border: Border, world: FunctionInstance, made: IrExport): BorderExport {
  const { analysis } = border;
  const { variable, type } = made;
  const node = variableNode({ analysis, instance: world }, variable);
  const result: BorderExport = { export: made, direct: undefined, value: undefined, class: undefined };
  if (type.type === "class" && variable.holds?.type === "class") {
    result.class = border.crossing(type);
    border.nameClass(result.class, variable);
    border.hold(result.class);
    return result;
  }
  const read = (): void => {
    const crossing = border.crossing(type);
    border.define(
      crossing,
      `read ${made.name}`,
      { handles: 0, self: (f) => f.get(variable), result: type },
      (_f, [self]) => self!,
    );
    const write = made.assigned ? defineWrite(border, crossing, made) : undefined;
    result.value = { crossing, read: crossing.operations.get(`read ${made.name}`)!, write };
  };
  if (type.type !== "function" || variable.kind === "let" || variable.kind === "var" || type.fields.length > 0) read();
  else {
    let only: AbstractObject | undefined;
    analysis.solver.onObject(node, (object) => {
      if (only && canonical(only) === object) return;
      only ??= object;
      if (only === object && object.type === "function" && isTopLevel(object) && hasParametersOf(object, type)) {
        result.direct = directCall(border, object, type);
      } else read();
    });
  }
  return result;
}

function defineWrite(border: Border, crossing: Crossing, { name, variable, type }: IrExport): BorderOperation {
  const operation = `write ${name}`;
  variable.writes++;
  border.define(crossing, operation, { handles: 0, parameters: [type], result: undefined }, (f, [value]) =>
    f.make({ op: "set", variable, value: value! }),
  );
  return crossing.operations.get(operation)!;
}

function isTopLevel({ function: definition }: FunctionObject): boolean {
  return definition.parent === undefined;
}

/** Whether the function takes all further arguments just where its type does. */
function hasParametersOf({ function: definition }: FunctionObject, type: BorderFunction): boolean {
  if (definition.thisVariable) return false;
  const own = definition.parameters.findIndex(({ rest }) => rest);
  const declared = type.parameters.findIndex(({ rest }) => rest);
  return own === declared && type.parameters.length <= definition.parameters.length;
}

/** A call of the function itself. */
function directCall(border: Border, object: FunctionObject, type: BorderFunction): BorderOperation {
  const { analysis } = border;
  const instance = analysis.instanceFor(object);
  const operation: BorderOperation = {
    name: object.function.name,
    instance,
    handles: 0,
    parameters: type.parameters.map((parameter) => parameter.type),
    result: type.result,
  };
  object.function.parameters.forEach(({ variable }, index) => {
    const node = analysis.variable(instance, variable);
    const parameter = type.parameters[index];
    if (parameter) border.enter(node, parameter.type);
    if (!parameter || parameter.optional || parameter.lenient) analysis.solver.addKinds(node, UNDEFINED);
  });
  border.leave(instance.result, type.result);
  return operation;
}
