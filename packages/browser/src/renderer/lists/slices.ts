/** Makes the rest of long lists in tasks of its own, between which the browser handles input and paints. */
import type { MutationTarget } from "../../page/mutation-target.ts";
import type { Block } from "../block.ts";
import { runBinding } from "../block.ts";
import { findNext } from "../block-nodes.ts";
import type { RestRows, RowQuota } from "./row-quota.ts";

/** New rows that lists inside of a row may make at once which is itself made in a slice. */
const ROWS_INSIDE = 100;

/** How long a slice goes on, in milliseconds: with what the browser then does about it, it leaves a frame some room. */
const SLICE = 12;

/** Returns what has slices happen until nothing waits. */
export function startSlices(quota: RowQuota, target: MutationTarget): () => void {
  const { events } = target;
  const window = target.document.defaultView as Window & typeof globalThis;
  const { scheduler } = window as Partial<Pick<typeof globalThis, "scheduler">>;
  const { waiting } = quota;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || waiting.size === 0) return;
    isScheduled = true;
    // After input and frames: else all would be laid out at once in the end.
    if (scheduler) void scheduler.postTask(makeSlice, { priority: "background" });
    else window.setTimeout(makeSlice);
  }

  function makeSlice(): void {
    isScheduled = false;
    if (waiting.size === 0) return;
    const end = window.performance.now() + SLICE;
    let made = 0;
    // Each slice gets on, however slow the machine is.
    const isOver = (): boolean => {
      quota.left = ROWS_INSIDE;
      return made++ > 0 && window.performance.now() >= end;
    };
    let isWell = false;
    events.mute(() =>
      target.inspect(() => {
        for (const rest of waiting) if (!makeRows(rest, isOver, waiting)) break;
        target.controllers?.update();
        isWell = true;
      }),
    );
    // What fails is not tried again.
    if (!isWell) waiting.clear();
    target.settle();
    schedule();
  }

  return schedule;
}

/**
 * Makes more rows of a list, from the first to the last, each in its place among those that show, until it `isOver`. Returns whether
 * all are there.
 */
function makeRows(rest: RestRows, isOver: () => boolean, waiting: Set<RestRows>): boolean {
  const { region, list, at: from } = rest;
  const { anchor, blocks: before, keys: known, home } = region;
  const { keys } = list;
  const blocks: Block[] = before.slice(0, from);
  let at = from;
  let shown = from;
  let isStale = false;
  const content = (anchor.ownerDocument as Document).createDocumentFragment();
  const insert = (): void => {
    if (content.firstChild) anchor.parentNode?.insertBefore(content, findNext(before, anchor, shown));
  };
  for (; at < keys.length; at++) {
    if (shown < before.length && Object.is(known[shown], keys[at])) {
      insert();
      blocks.push(before[shown++] as Block);
      continue;
    }
    if (isOver()) break;
    const made = rest.create(at);
    isStale = !made;
    if (!made) break;
    blocks.push(made[0]);
    content.appendChild(made[1]);
  }
  insert();
  region.blocks = [...blocks, ...before.slice(shown)];
  region.keys = [...keys.slice(0, at), ...known.slice(shown)];
  region.items = undefined;
  rest.at = at;
  if (isStale) runBinding(home.block, home.binding, undefined);
  else if (at < keys.length) return false;
  waiting.delete(rest);
  return true;
}
