/**
 * Long lists are made in slices, so that no list keeps the page from answering: a turn makes some rows at once, and as many as lists
 * usually have are all of them. What makes the rest (`slices.ts`) loads where there is such a list.
 */
import type { MutationTarget } from "../../page/mutation-target.ts";
import type { Block, Region } from "../block.ts";
import type { RowList } from "./row-list.ts";
import { pickRows } from "./row-list.ts";

/** New rows that a turn makes at once, in all lists together. No first frame shows more. */
export const ROWS_AT_ONCE = 1000;

/** A region of rows. */
export interface RowRegion extends Region {
  /** What the rows that show are known by. */
  keys: readonly unknown[];
  /** What they stand for; absent where that says nothing about keys. */
  items?: readonly unknown[] | undefined;
}

/** Rows of a list that are more than the quota. */
export interface RestRows {
  readonly region: RowRegion;
  /** All that the list wants to show. */
  readonly list: RowList;
  /** Up to here all show. */
  at: number;
  /** Makes a row; nothing where the list has to be read again. */
  create(index: number): [block: Block, content: Node] | undefined;
}

/** How many rows the lists of a page may make, and what they still have to. */
export interface RowQuota {
  /** New rows that may still be made at once. */
  left: number;
  readonly waiting: Set<RestRows>;
  /** A turn begins to show what it did. */
  refill(): void;
  /** Has rows made later. */
  add(rest: RestRows): void;
  /** Makes all rows that wait, for who cannot. */
  readonly finish: () => void;
}

/** Makes the quota of a page, which its lists share. */
export function createRowQuota(target: MutationTarget): RowQuota {
  const waiting = new Set<RestRows>();
  let atOnce = ROWS_AT_ONCE;
  let loading: Promise<() => void> | undefined;
  const quota: RowQuota = {
    left: ROWS_AT_ONCE,
    waiting,
    refill() {
      quota.left = atOnce;
    },
    add(rest) {
      waiting.add(rest);
      (loading ??= import("./slices.ts").then((slices) => slices.startSlices(quota, target))).then(
        (wake) => wake(),
        // A list that blocks for a while is better than half of one.
        quota.finish,
      );
    },
    finish() {
      if (!waiting.size) return;
      atOnce = Infinity;
      target.isStale = true;
      target.render();
      atOnce = ROWS_AT_ONCE;
    },
  };
  return quota;
}

/** What of a list can show at once, of which not all can: the rows that show already, and the first of the new ones. */
export function fitRows(shown: readonly unknown[], list: RowList, { left }: RowQuota): RowList {
  const { keys } = list;
  const known = new Set(shown);
  const kept = [...keys.keys()].filter((i) => known.has(keys[i]) || left-- > 0);
  return kept.length === keys.length ? list : pickRows(list, kept);
}
