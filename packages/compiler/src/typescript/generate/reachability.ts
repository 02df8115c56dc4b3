import type { AbstractObject, FlowNode } from "../infer/index.ts";
import { canonical, objectsOf } from "../infer/index.ts";

/** Whether an object of a kind can, through properties and elements, hold itself or another of its kind. */
export function reachesItself(object: AbstractObject): boolean {
  const start = canonical(object);
  const seen = new Set<AbstractObject>();
  const pending: AbstractObject[] = [start];
  for (let at = pending.pop(); at; at = pending.pop()) {
    for (const node of heldBy(at)) {
      for (const held of objectsOf(node)) {
        if (held === start) return true;
        if (seen.has(held)) continue;
        seen.add(held);
        pending.push(held);
      }
    }
  }
  return false;
}

function heldBy(object: AbstractObject): Iterable<FlowNode> {
  if (object.type === "array") return [object.element];
  return object.type === "instance" || object.type === "shape" ? object.fields.values() : [];
}
