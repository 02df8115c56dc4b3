import type { FlowNode, InstanceObject, ShapeObject } from "../infer/index.ts";
import { declaredFields } from "../infer/index.ts";

/** Fields in the order of their declaration, those of base classes first, then those that are only assigned. */
export function fieldsOf(object: InstanceObject | ShapeObject): [string, FlowNode][] {
  const declared = object.type === "instance" ? declaredFields(object.class) : object.shape.declared;
  const result = new Map<string, FlowNode>();
  for (const name of declared) {
    const node = object.fields.get(name);
    if (node) result.set(name, node);
  }
  for (const [name, node] of object.fields) result.set(name, node);
  return [...result];
}
