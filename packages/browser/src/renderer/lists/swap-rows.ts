import type { Block } from "../block.ts";
import { findNext } from "../block-nodes.ts";
import { moveBlock } from "./move-block.ts";
import type { UpdateRow } from "./reconcile-rows.ts";

/** Whether only the first and the last of some rows have changed places. */
export function isSwap(
  oldKeys: readonly unknown[],
  newKeys: readonly unknown[],
  start: number,
  oldEnd: number,
  newEnd: number,
): boolean {
  const last = newEnd - 1;
  if (oldEnd !== newEnd || !Object.is(oldKeys[start], newKeys[last]) || !Object.is(oldKeys[last], newKeys[start]))
    return false;
  for (let i = start + 1; i < last; i++) if (!Object.is(oldKeys[i], newKeys[i])) return false;
  return true;
}

/** Adds rows to `blocks`, the first and the last of them in each other's place. `before` is the node after them. */
export function swapRows(blocks: Block[], rows: readonly Block[], before: Node, update: UpdateRow): void {
  const between = rows.slice(1, -1);
  const [first, last] = [rows[0], rows.at(-1)] as [Block, Block];
  for (const block of [last, ...between, first]) {
    update(block, blocks.length);
    blocks.push(block);
  }
  moveBlock(first, before);
  if (between.length > 0) moveBlock(last, findNext([...between, first], before));
}
