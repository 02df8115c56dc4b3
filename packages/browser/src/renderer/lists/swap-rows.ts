import type { Block } from "../block.ts";
import { findNext } from "../block-nodes.ts";
import { moveBlock } from "./move-block.ts";

/** Has two rows change places. `end` is the node after all rows. */
export function swapRows(blocks: Block[], first: number, last: number, end: Node): void {
  const [upper, lower] = [blocks[first], blocks[last]] as [Block, Block];
  blocks[first] = lower;
  blocks[last] = upper;
  moveBlock(upper, findNext(blocks, end, last + 1));
  if (last - first > 1) moveBlock(lower, findNext(blocks, end, first + 1));
}
