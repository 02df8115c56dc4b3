import type { Expression, ForBinding } from "@rune/schema";
import type { Home } from "../block.ts";
import { readFitting } from "../capacity.ts";
import type { Computed, Evaluate, ExpressionScope } from "../expression.ts";
import { compileExpression } from "../expression.ts";
import type { Difference } from "./common-rows.ts";
import { compareRows } from "./common-rows.ts";
import { itemType, listItems } from "./list-items.ts";
import type { Reads, WatchedObject } from "../reads.ts";
import { addReads, createReads } from "../reads.ts";
import type { Row } from "../row.ts";
import { isObject } from "../value-type.ts";
import { watchRow } from "../watch.ts";

/** What a list wants to show: one entry a row, and the row's identity. */
export interface RowList {
  keys: readonly unknown[];
  items: readonly unknown[];
  /** Positions in the author's list; absent where all of it shows. */
  indexes: readonly number[] | undefined;
  /** How the items differ from those that show; absent where that says nothing about keys. */
  changed?: Difference;
}

export const noRows: RowList = { keys: [], items: [], indexes: undefined };

/** Rows that show already. */
export interface ShownRows {
  readonly keys: readonly unknown[];
  readonly items: readonly unknown[];
}

/** Reads the rows of lists. */
export interface RowReader {
  /** Objects of a row that decide whether it shows and what it is known by. */
  readonly objects: readonly WatchedObject[];
  /** Whether a row is known by its item alone, so that the same item has the same key until it tells of a change. */
  readonly isByItem: boolean;
  /**
   * The rows of a list that shows in a region; `undefined` of what is none. `shown` are rows whose items have the keys that they had.
   *
   * @throws where the page has no room for so many
   */
  read(value: unknown, parent: Row | undefined, home: Home, shown?: ShownRows): RowList | undefined;
  /** Whether a row still shows, under the key that it has. */
  keeps(row: ListRow): boolean;
}

/** A row of a list. */
export interface ListRow extends Row {
  /** What it is known by; of a list whose rows have keys. */
  key: unknown;
}

/** Prepares to read the rows of a list. Rows of primitives without a key are told apart by position, so that a changed value updates its row in place. */
export function createRowReader({ key, filter }: ForBinding, { type }: Computed, scope: ExpressionScope): RowReader {
  const reads = createReads();
  const compile = (expression: Expression): Evaluate => compileExpression(expression, { ...scope, reads }).evaluate;
  const isShown = filter === undefined ? undefined : compile(filter);
  const keyOf = key === undefined ? undefined : compile(key);
  const { objects, selectors } = reads;
  // What is chosen decides about rows that have no block, too; objects are those of rows, which their blocks watch.
  addReads(scope.reads, { ...reads, objects: [], selectors: [] });
  for (const { names } of selectors) for (const name of names) scope.reads.names.add(name);
  const isByItem = itemType(type).kind === "guest" && isOfRow(reads);
  const read: RowReader["read"] = (value, parent, home, shown) => {
    const list = readFitting(home, value, listItems, type);
    if (!list) return undefined;
    // Filled in for each row that is looked at.
    const probe = { parent } as Row;
    const look = (index: number): Row => {
      probe.item = list.items[index];
      probe.index = index;
      return probe;
    };
    const indexes =
      isShown &&
      [...list.items.keys()].filter((index) => {
        if (isShown(look(index))) return true;
        watchRow(home.block, probe, objects);
        return false;
      });
    const items = indexes ? indexes.map((index) => list.items[index]) : list.items;
    const keyAt = (i: number): unknown => {
      const index = indexes?.[i] ?? i;
      const item = items[i];
      return keyOf ? keyOf(look(index)) : list.keys ? list.keys[index] : isObject(item) ? item : i;
    };
    return { ...readKeys(items, keyAt, shown), items, indexes };
  };
  const keeps: RowReader["keeps"] = (row) => (!isShown || Boolean(isShown(row))) && (!keyOf || keyOf(row) === row.key);
  return { objects, isByItem, read, keeps };
}

/** Whether an expression's value depends on nothing but objects of its row, which tell of their changes. */
function isOfRow({ isFree, hasIndex, isVolatile }: Reads): boolean {
  return !isFree && !hasIndex && !isVolatile;
}

/** The keys of rows. Where an item shows already that is in the same place, counted from one of both ends, nobody is asked. */
function readKeys(
  items: readonly unknown[],
  keyAt: (index: number) => unknown,
  shown: ShownRows = noRows,
): Pick<RowList, "keys" | "changed"> {
  const changed = compareRows(shown.items, items);
  const { start, end } = changed;
  const last = items.length - end;
  const keys = shown.keys.slice(0, start);
  if (changed.isSwap) {
    keys.push(shown.keys[last - 1], ...shown.keys.slice(start + 1, last - 1), shown.keys[start]);
  } else {
    for (let i = start; i < last; i++) {
      keys.push(i < shown.items.length && items[i] === shown.items[i] ? shown.keys[i] : keyAt(i));
    }
  }
  return { keys: end > 0 ? keys.concat(shown.keys.slice(-end)) : keys, changed };
}

/**
 * Of rows with the same key only the last stays. An object that is in a list twice and has no key of its own is no
 * mistake: the repeats are told apart by position. Returns whether there were duplicates.
 */
export function removeDuplicates(list: RowList, isKeyed: boolean): boolean {
  const { keys } = list;
  if (new Set(keys).size === keys.length) return false;
  const last = new Map(keys.map((key, i) => [key, i]));
  if (!isKeyed) {
    list.keys = keys.map((key, i) => (last.get(key) === i ? key : i));
    delete list.changed;
    return false;
  }
  const kept = [...last.values()].sort((a, b) => a - b);
  Object.assign(list, pickRows(list, kept));
  return true;
}

/** Some rows of a list. */
export function pickRows({ keys, items, indexes }: RowList, kept: readonly number[]): RowList {
  return {
    keys: kept.map((i) => keys[i]),
    items: kept.map((i) => items[i]),
    indexes: kept.map((i) => indexes?.[i] ?? i),
  };
}
