import type { Analysis, FlowNode, HostFunctionObject } from "../infer/index.ts";

/** Visits every place that a value can be in. */
export function visitNodes(analysis: Analysis, visit: (node: FlowNode) => void): void {
  for (const instance of analysis.instances) {
    if (instance.merged) continue;
    visit(instance.result);
    for (const node of instance.expressions) if (node) visit(node);
    for (const node of instance.variables.values()) visit(node);
    for (const node of instance.places.values()) visit(node);
  }
  for (const object of analysis.objects) {
    if (object.merged) continue;
    if (object.type === "array") visit(object.element);
    else if (object.type === "hostFunction") visitFunction(object, visit);
    else if (object.type !== "function" && object.type !== "typed")
      for (const node of object.fields.values()) visit(node);
  }
  visit(analysis.thrown);
  for (const node of analysis.moduleVariables()) visit(node);
}

function visitFunction(
  { parameters, result, receiver, isCalledOn }: HostFunctionObject,
  visit: (node: FlowNode) => void,
): void {
  for (const node of [...parameters, result]) visit(node);
  if (isCalledOn.holds) visit(receiver);
}
