import type { BorderFunction, BorderType } from "../../ir/index.ts";
import type { HostFunctionObject } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { Condition } from "../values/condition.ts";
import { createNode } from "../values/flow-node.ts";

const actions = new WeakSet<BorderFunction>();

/** A function of JavaScript that only the border knows of. */
export function actionOf(types: readonly BorderType[], result: BorderType = { type: "undefined" }): BorderFunction {
  const parameters = types.map((type, index) => ({ name: `p${index}`, type, optional: false, rest: false }));
  const action: BorderFunction = { type: "function", parameters, result, async: false, fields: [] };
  actions.add(action);
  return action;
}

/** Whether only the border knows of a function: nobody has written one that throws. */
export function isAction(type: BorderFunction): boolean {
  return actions.has(type);
}

/** The object that stands for all JavaScript functions of a type. */
export function hostFunction(analysis: Analysis, border: BorderFunction): HostFunctionObject {
  const object: HostFunctionObject = {
    type: "hostFunction",
    border,
    parameters: border.parameters.map(() => createNode()),
    rest: undefined,
    result: createNode(),
    receiver: createNode(),
    isCalledOn: new Condition(),
    ...analysis.identity(undefined),
  };
  analysis.objects.push(object);
  const last = border.parameters.at(-1)?.rest ? object.parameters.at(-1) : undefined;
  if (last) {
    object.rest = analysis.newArray();
    analysis.solver.addObject(last, object.rest);
  }
  return object;
}
