import type { Block, Region } from "../block.ts";
import { releaseBlock } from "../block.ts";
import { detachBlock, firstNode } from "../block-nodes.ts";

/** Takes all rows away. */
export function clearRows(region: Region, blocks: readonly Block[]): void {
  const { anchor } = region;
  const parent = anchor.parentNode;
  const first = blocks[0] && firstNode(blocks[0]);
  // Where the rows are all elements that there are, one operation does it.
  if (parent && first && parent.childElementCount === blocks.length) {
    parent.replaceChildren(...listTexts(parent, first, anchor));
  } else {
    blocks.forEach(detachBlock);
  }
  blocks.forEach(releaseBlock);
  region.blocks = [];
}

/** What is around rows that begin with `first` and end before `anchor`, with that. */
function listTexts(parent: Node, first: Node, anchor: Node): Node[] {
  const texts: Node[] = [];
  for (let node = parent.firstChild as Node; node !== first; node = node.nextSibling as Node) texts.push(node);
  for (let node: Node | null = anchor; node; node = node.nextSibling) texts.push(node);
  return texts;
}
