import type { Block, Home } from "./block.ts";
import { runBinding, updateBlock } from "./block.ts";
import { createChange } from "./reads.ts";
import { Watchers } from "./watch.ts";

/** Notes that an object has changed, for the pages whose blocks watch it: pages may share a module. */
export function noteChange(owner: object): void {
  for (const block of owner instanceof Watchers ? owner : [owner as Block]) block.template.context.told.push(block);
}

/** Brings blocks up to date whose objects have changed. */
export function tellBlocks(blocks: readonly Block[]): void {
  if (blocks.length === 0) return;
  const told = new Set(blocks);
  const lists = new Set<Home>();
  const change = createChange(new Set(), { isTold: true, lists });
  for (const block of told) {
    const { home } = block;
    if (!home || block.isGone || home.block.isGone || lists.has(home)) continue;
    if (home.block.template.bindings[home.binding]?.keeps?.(block) === false) lists.add(home);
  }
  // Lists first: what they find is that some of the others show no more.
  for (const { block, binding } of lists) if (!told.has(block)) runBinding(block, binding, change);
  const order = [...told];
  // Rows of one list are equally deep.
  if (order.some(({ home }) => home?.block !== order[0]?.home?.block)) order.sort((a, b) => depthOf(a) - depthOf(b));
  for (const block of order) if (!block.isGone) updateBlock(block, change);
}

function depthOf({ home }: Block): number {
  return home ? 1 + depthOf(home.block) : 0;
}
