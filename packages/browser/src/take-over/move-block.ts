import { OWNER } from "../events/owner.ts";
import type { Block, Region } from "../renderer/block.ts";
import type { Occurrence } from "../renderer/components/occurrence.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Lets a block, and those inside of it, be made of other nodes. */
export function moveBlock(block: Block, nodes: ReadonlyMap<Node, Node>): void {
  const own = (node: Node): Node => nodes.get(node) ?? node;
  block.roots = block.roots.map(own);
  block.nodes = block.nodes.map(own);
  const { bindings, listening } = block.template;
  if (listening.length > 0) for (const root of block.roots) (root as Node & { [OWNER]?: Block })[OWNER] = block;
  bindings.forEach(({ inner, use }, i) => {
    if (!inner) return;
    const region = block.memory[i] as Mutable<Region>;
    region.anchor = own(region.anchor);
    for (const each of region.blocks) {
      moveBlock(each, nodes);
      if (use) moveRefs((each.row as Occurrence).refs, nodes);
    }
  });
}

/** The same for nodes that have names. */
export function moveRefs(refs: Map<string, Element>, nodes: ReadonlyMap<Node, Node>): void {
  for (const [name, element] of refs) refs.set(name, (nodes.get(element) ?? element) as Element);
}
