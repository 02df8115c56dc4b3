import type { FlowNode, Inference } from "../infer/index.ts";
import { objectsOf } from "../infer/index.ts";
import type { IrFunction } from "../ir/index.ts";

/**
 * Functions whose closures are told apart though they hold nothing: those that are given properties somewhere, and the author's that are made
 * more than once and compared with themselves.
 */
export function functionsWithIdentity({ analysis }: Inference): Set<IrFunction> {
  const found = new Set<IrFunction>();
  for (const object of analysis.objects) {
    if (object.type === "function" && object.fields.size > 0) found.add(object.function);
  }
  for (const [left, right] of analysis.compared) {
    const others = left === right ? undefined : new Set(madeRepeatedly(right));
    for (const definition of madeRepeatedly(left)) if (others?.has(definition) ?? true) found.add(definition);
  }
  return found;
}

function* madeRepeatedly(node: FlowNode): Generator<IrFunction> {
  for (const object of objectsOf(node)) {
    if (object.type === "function" && object.function.parent && !object.function.library) yield object.function;
  }
}
