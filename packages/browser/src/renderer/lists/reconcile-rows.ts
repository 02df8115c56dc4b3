/**
 * Brings the blocks of a list into a new order. What is common at both ends stays where it is; if then nothing is left of
 * the old or of the new rows, the rest is one insertion or one removal. Only a list that was really reordered pays for
 * the search of the rows that can stay (`stable-rows.ts`).
 */
import type { Block, Region } from "../block.ts";
import { releaseBlock } from "../block.ts";
import { detachBlock, findNext, firstNode } from "../block-nodes.ts";
import { clearRows } from "./clear-rows.ts";
import type { Difference } from "./common-rows.ts";
import { compareRows } from "./common-rows.ts";
import { moveBlock } from "./move-block.ts";
import { findStableRows } from "./stable-rows.ts";
import { swapRows } from "./swap-rows.ts";

/** Makes the block of a new row, and what is to be put into the page for it. */
export type CreateRow = (index: number) => [block: Block, content: Node];
/** Brings the block of a row that stays up to date, with its place. */
export type UpdateRow = (block: Block, index: number) => void;

/** What a list shows, and how that differs from before. */
export interface ChangedKeys {
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly difference: Difference;
}

/** Compares the keys of rows. */
export function compareKeys(before: readonly unknown[], after: readonly unknown[], known?: Difference): ChangedKeys {
  return { before, after, difference: known?.isSwap ? known : compareRows(before, after, known) };
}

/**
 * Brings the rows of a region, whose keys were those before, to those after. Keys occur once. What is common to both is the same block in
 * its new place, and left to be brought up to date.
 */
export function reconcileRows(region: Region, changed: ChangedKeys, create: CreateRow, update: UpdateRow): void {
  const { before: oldKeys, after: newKeys, difference } = changed;
  const oldBlocks = oldKeys.length === 0 ? [] : region.blocks;
  const { start, end } = difference;
  const oldEnd = oldBlocks.length - end;
  const newEnd = newKeys.length - end;
  if (start === oldEnd && start === newEnd) return;
  if (difference.isSwap) {
    swapRows(oldBlocks, start, newEnd - 1, region.anchor);
    return;
  }
  // Nothing stays: taking all away and making all is two operations.
  if (start + end === 0 && oldEnd > 0 && !sharesKeys(oldKeys, newKeys)) {
    clearRows(region, oldBlocks);
    insertRows(region.blocks, 0, newEnd, region.anchor, create);
    return;
  }
  const tail = oldBlocks.slice(oldEnd);
  const blocks = oldBlocks.slice(0, start);
  const before = findNext(tail, region.anchor);
  if (start === oldEnd) insertRows(blocks, start, newEnd, before, create);
  else if (start === newEnd) oldBlocks.slice(start, oldEnd).forEach(removeBlock);
  else reorderRows(blocks, oldBlocks, changed, before, create, update);
  region.blocks = [...blocks, ...tail];
}

function sharesKeys(some: readonly unknown[], others: readonly unknown[]): boolean {
  const known = others.length > 0 && new Set(some);
  return known && others.some((key) => known.has(key));
}

/** Takes a block away for good. */
export function removeBlock(block: Block): void {
  detachBlock(block);
  releaseBlock(block);
}

function insertRows(blocks: Block[], start: number, end: number, before: Node, create: CreateRow): void {
  const content = (before.ownerDocument as Document).createDocumentFragment();
  for (let i = start; i < end; i++) {
    const [block, row] = create(i);
    blocks.push(block);
    content.appendChild(row);
  }
  before.parentNode?.insertBefore(content, before);
}

/** `blocks` receives the blocks of the new rows; `before` is the node after the last of them. */
function reorderRows(
  blocks: Block[],
  oldBlocks: readonly Block[],
  { before: oldKeys, after: newKeys, difference: { start, end } }: ChangedKeys,
  before: Node,
  create: CreateRow,
  update: UpdateRow,
): void {
  const oldEnd = oldKeys.length - end;
  const newEnd = newKeys.length - end;
  const oldPositions = new Map<unknown, number>();
  for (let i = start; i < oldEnd; i++) oldPositions.set(oldKeys[i], i);
  const positions: number[] = [];
  for (let i = start; i < newEnd; i++) {
    positions.push(oldPositions.get(newKeys[i]) ?? -1);
    oldPositions.delete(newKeys[i]);
  }
  for (const gone of oldPositions.values()) removeBlock(oldBlocks[gone] as Block);
  const stable = findStableRows(positions);
  const fresh: (Node | undefined)[] = [];
  positions.forEach((position, i) => {
    if (position < 0) {
      const [block, fragment] = create(start + i);
      blocks.push(block);
      fresh[i] = fragment;
    } else {
      const block = oldBlocks[position] as Block;
      update(block, start + i);
      blocks.push(block);
    }
  });
  let next = before;
  for (let i = positions.length - 1; i >= 0; i--) {
    const block = blocks[start + i] as Block;
    const fragment = fresh[i];
    if (fragment) next.parentNode?.insertBefore(fragment, next);
    else if (!stable[i]) moveBlock(block, next);
    next = firstNode(block) ?? next;
  }
}
