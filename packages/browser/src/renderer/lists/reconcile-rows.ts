/**
 * Brings the blocks of a list into a new order. What is common at both ends is only updated; if then nothing is left of
 * the old or of the new rows, the rest is one insertion or one removal. Only a list that was really reordered pays for
 * the search of the rows that can stay (`stable-rows.ts`).
 */
import type { Block, Region } from "../block.ts";
import { releaseBlock } from "../block.ts";
import { detachBlock, findNext, firstNode } from "../block-nodes.ts";
import { clearRows } from "./clear-rows.ts";
import { moveBlock } from "./move-block.ts";
import type { CommonRows } from "./row-list.ts";
import { findStableRows } from "./stable-rows.ts";
import { isSwap, swapRows } from "./swap-rows.ts";

/** Makes the block of a new row, and what is to be put into the page for it. */
export type CreateRow = (index: number) => [block: Block, content: Node];
/** Brings the block of a row that stays up to date. */
export type UpdateRow = (block: Block, index: number) => void;

/** What of a list is not the same at both ends: it begins at `start`. */
export interface ChangedKeys {
  start: number;
  oldEnd: number;
  newEnd: number;
  /** Of that, the first and the last have changed places, and nothing else. */
  isSwap: boolean;
}

const nothing: CommonRows = { start: 0, end: 0 };

/** Leaves out what is common at both ends, some of which may be known. */
export function compareKeys(
  oldKeys: readonly unknown[],
  newKeys: readonly unknown[],
  { start, end }: CommonRows = nothing,
): ChangedKeys {
  let oldEnd = oldKeys.length - end;
  let newEnd = newKeys.length - end;
  // Which takes NaN for a change. The search for rows that can stay does not.
  while (start < oldEnd && start < newEnd && oldKeys[start] === newKeys[start]) start++;
  while (oldEnd > start && newEnd > start && oldKeys[oldEnd - 1] === newKeys[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd, isSwap: newEnd - 1 > start && isSwap(oldKeys, newKeys, start, oldEnd, newEnd) };
}

/** Replaces the rows of `region.blocks`, whose keys are `oldKeys`, by rows for `newKeys`, which occur once. */
export function reconcileRows(
  region: Region,
  oldKeys: readonly unknown[],
  newKeys: readonly unknown[],
  changed: ChangedKeys,
  create: CreateRow,
  update: UpdateRow,
): void {
  const oldBlocks = oldKeys.length === 0 ? [] : region.blocks;
  const { start, oldEnd, newEnd } = changed;
  const isSame = oldEnd === oldBlocks.length && newEnd === oldEnd && start === newEnd;
  if (isSame || changed.isSwap) {
    if (!isSame) swapRows(oldBlocks, start, newEnd - 1, region.anchor);
    oldBlocks.forEach(update);
    return;
  }
  // Nothing stays: taking all away and making all is two operations.
  if (start === 0 && oldEnd === oldBlocks.length && oldEnd > 0 && !sharesKeys(oldKeys, newKeys)) {
    clearRows(region, oldBlocks);
    insertRows(region.blocks, 0, newEnd, region.anchor, create);
    return;
  }
  const tail = oldBlocks.slice(oldEnd);
  const blocks = oldBlocks.slice(0, start);
  blocks.forEach(update);
  const before = findNext(tail, region.anchor);
  if (start === oldEnd) insertRows(blocks, start, newEnd, before, create);
  else if (start === newEnd) oldBlocks.slice(start, oldEnd).forEach(removeBlock);
  else reorderRows(blocks, oldBlocks, oldKeys, newKeys, changed, before, create, update);
  tail.forEach((block, i) => update(block, newEnd + i));
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
  oldKeys: readonly unknown[],
  newKeys: readonly unknown[],
  { start, oldEnd, newEnd }: ChangedKeys,
  before: Node,
  create: CreateRow,
  update: UpdateRow,
): void {
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
