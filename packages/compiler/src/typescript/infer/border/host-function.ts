import type { BorderFunction } from "../../ir/index.ts";
import type { HostFunctionObject } from "../abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { createNode } from "../flow-node.ts";

/** The object that stands for all JavaScript functions of a type. */
export function hostFunction(analysis: Analysis, border: BorderFunction): HostFunctionObject {
  const object: HostFunctionObject = {
    type: "hostFunction",
    border,
    parameters: border.parameters.map(() => createNode()),
    result: createNode(),
    ...analysis.identity(undefined),
  };
  analysis.objects.push(object);
  return object;
}
