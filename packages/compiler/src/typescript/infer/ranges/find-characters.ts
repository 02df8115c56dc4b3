import type { FlowNode } from "../values/flow-node.ts";
import { filterKinds, representative } from "../values/flow-node.ts";
import { STRING } from "../values/kinds.ts";

/** Nodes whose strings all have at most one character. */
export type Characters = ReadonlySet<FlowNode>;

/** Finds the nodes that only such strings reach. */
export function findCharacters(sources: readonly FlowNode[]): Characters {
  const starts = sources.map(representative);
  const others = reachedFrom(starts.filter(({ anyText }) => anyText));
  const characters = reachedFrom(starts.filter((node) => node.characters));
  for (const node of others) characters.delete(node);
  return characters;
}

function reachedFrom(starts: readonly FlowNode[]): Set<FlowNode> {
  const reached = new Set(starts);
  const pending = [...reached];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const { target, filter } of node.edges) {
      const to = representative(target);
      if (reached.has(to) || (filter && !filterKinds(filter, STRING))) continue;
      reached.add(to);
      pending.push(to);
    }
  }
  return reached;
}
