import type { Expression } from "../../ir/index.ts";
import type { PropertiesObject } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { callObject } from "../calls/calls.ts";
import type { FlowNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { NUMBER, UNDEFINED } from "../values/kinds.ts";
import { getterName, isEnumerable, isNumberName } from "./property-keys.ts";
import { siteOf } from "../values/site.ts";

/** What reading a property gives whose name is known at run time only. Not all names are those of numbers, if `key` is one. */
export function readAnyProperty(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: PropertiesObject,
  result: FlowNode,
  key?: FlowNode,
): void {
  const { solver } = analysis;
  const whenNamed = (name: string, action: () => void): void => {
    if (!key || isNumberName(name)) return action();
    solver.onKinds(key, (kinds) => {
      if (kinds & ~NUMBER) action();
    });
    solver.onObject(key, action);
  };
  solver.addKinds(result, UNDEFINED);
  whenNamed("", () => (target.dynamic = true));
  analysis.onField(target, (name, field) => {
    const getterOf = getterName(name);
    whenNamed(getterOf ?? name, () => {
      target.dynamic = true;
      if (isEnumerable(name)) solver.connect(field, result);
      if (getterOf === undefined) return;
      solver.onObject(field, (getter) => {
        callObject(
          analysis,
          instance,
          siteOf(expression, `each ${getterOf}`),
          getter,
          [],
          result,
          target,
          undefined,
          true,
        );
      });
    });
  });
}
