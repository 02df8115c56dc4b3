import type { Block, Region } from "./block.ts";

/** Visits the block's top nodes that are in the page, with the content of its regions, in document order. */
export function visitNodes(block: Block, visit: (node: Node) => void): void {
  block.roots.forEach((root, i) => {
    const region = regionAt(block, i);
    if (region) for (const inner of region.blocks) visitNodes(inner, visit);
    if (root.parentNode) visit(root);
  });
}

/** The block's first node in the page, if it has one there. */
export function firstNode(block: Block): Node | undefined {
  for (let i = 0; i < block.roots.length; i++) {
    for (const inner of regionAt(block, i)?.blocks ?? []) {
      const first = firstNode(inner);
      if (first) return first;
    }
    const root = block.roots[i];
    if (root?.parentNode) return root;
  }
  return undefined;
}

/** The first node of blocks that follow each other, from one of them on, or else the node after them. */
export function findNext(blocks: readonly Block[], after: Node, from = 0): Node {
  for (let i = from; i < blocks.length; i++) {
    const first = firstNode(blocks[i] as Block);
    if (first) return first;
  }
  return after;
}

/** Takes the block's nodes out of the page. */
export function detachBlock(block: Block): void {
  const [root] = block.roots;
  if (block.roots.length === 1 && !regionAt(block, 0)) detachNode(root as Node);
  else visitNodes(block, detachNode);
}

/** A form may have a field that is called `remove`. */
function detachNode(node: Node): void {
  node.parentNode?.removeChild(node);
}

function regionAt(block: Block, root: number): Region | undefined {
  const binding = block.template.regions[root] ?? -1;
  return binding < 0 ? undefined : (block.memory[binding] as Region);
}
