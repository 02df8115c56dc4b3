import type { Expression } from "../../ir/index.ts";
import { currentInstance } from "../values/function-instance.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { representative } from "../values/flow-node.ts";
import type { Visit } from "../visitors/visit.ts";
import { isIndexed } from "./properties.ts";

/**
 * Notes that what an expression gives serves only as an element's key, so that it may be calculated in 64 bits: where a double would round it,
 * there is no element, rounded or not. Objects that have names for keys would tell the difference, and so would what is subtracted from it.
 */
export function noteKey(visit: Visit, object: FlowNode, key: Expression): void {
  const nodes = [...keyNodes(visit, key)];
  if (nodes.length === 0) return;
  for (const node of nodes) representative(node).onlyKey = true;
  visit.analysis.solver.onObject(object, (target) => {
    if (target.type === "array" || isIndexed(visit.analysis, target)) return;
    for (const node of nodes) representative(node).onlyKey = false;
  });
}

function* keyNodes(visit: Visit, key: Expression): Generator<FlowNode> {
  if (key.op === "get" && key.variable.key) {
    yield visit.analysis.variable(visit.instance, key.variable);
    yield* keyNodes(visit, key.variable.key);
  } else if (key.op === "binary" && (key.operator === "+" || key.operator === "-" || key.operator === "*")) {
    const node = currentInstance(visit.instance).expressions[key.id];
    if (node) yield node;
    if (key.operator === "-") return;
    yield* keyNodes(visit, key.left);
    yield* keyNodes(visit, key.right);
  }
}
