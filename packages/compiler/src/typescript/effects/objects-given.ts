import type { AbstractObject, FunctionInstance } from "../infer/index.ts";
import { currentInstance, objectsOf } from "../infer/index.ts";
import type { Expression } from "../ir/index.ts";

/** The objects that an expression gives where it ever runs. To ask changes nothing: what has a node is taken for what runs. */
export function objectsGiven(instance: FunctionInstance, expression: Expression): AbstractObject[] {
  const node = currentInstance(instance).expressions[expression.id];
  return node ? objectsOf(node) : [];
}
