import type { Block } from "../block.ts";
import { findNext } from "../block-nodes.ts";
import { moveBlock } from "./move-block.ts";

/** Whether of the keys from `start` on only the first and the last have changed places. */
export function isSwap(
  oldKeys: readonly unknown[],
  newKeys: readonly unknown[],
  start: number,
  oldEnd: number,
  newEnd: number,
): boolean {
  const last = newEnd - 1;
  if (oldEnd !== newEnd || oldKeys[start] !== newKeys[last] || oldKeys[last] !== newKeys[start]) return false;
  for (let i = start + 1; i < last; i++) if (oldKeys[i] !== newKeys[i]) return false;
  return true;
}

/** Has two rows change places. `end` is the node after all rows. */
export function swapRows(blocks: Block[], first: number, last: number, end: Node): void {
  const [upper, lower] = [blocks[first], blocks[last]] as [Block, Block];
  blocks[first] = lower;
  blocks[last] = upper;
  moveBlock(upper, findNext(blocks, end, last + 1));
  if (last - first > 1) moveBlock(lower, findNext(blocks, end, first + 1));
}
