import type { Expression } from "../ir/index.ts";
import type { PropertiesObject } from "./abstract-object.ts";
import type { Analysis } from "./analysis.ts";
import { callObject } from "./calls.ts";
import type { FlowNode } from "./flow-node.ts";
import type { FunctionInstance } from "./function-instance.ts";
import { UNDEFINED } from "./kinds.ts";
import { getterName, isEnumerable } from "./property-keys.ts";

/** What reading a property gives whose name is known at run time only. */
export function readAnyProperty(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: PropertiesObject,
  result: FlowNode,
): void {
  const { solver } = analysis;
  target.dynamic = true;
  solver.addKinds(result, UNDEFINED);
  analysis.onField(target, (name, field) => {
    if (isEnumerable(name)) solver.connect(field, result);
    if (getterName(name) === undefined) return;
    solver.onObject(field, (getter) => {
      callObject(analysis, instance, expression, getter, [], result, target, name, undefined, true);
    });
  });
}
