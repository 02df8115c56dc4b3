import type { EntryTable } from "./entry-table.ts";
import { sortRuns } from "./sort-runs.ts";

/** The order of numbers that are not NaN. */
export function compareNumbers(a: number, b: number): number {
  return a - b;
}

/** Brings the entries of a table in the order of their keys, without those that have been removed. */
export function sortTable<T>(integers: EntryTable<number, T>): void {
  const keys: number[] = $arrayNew(integers.size);
  for (let i = 0; i < integers.keys.length; i++) {
    if (!integers.isRemoved(i)) $arrayPush(keys, $arrayGet(integers.keys, i));
  }
  sortRuns(keys, compareNumbers);
  const values: T[] = $arrayNew(keys.length);
  for (let i = 0; i < keys.length; i++) {
    $arrayPush(values, $arrayGet(integers.values, integers.findNumber($arrayGet(keys, i))));
  }
  integers.clear();
  for (let i = 0; i < keys.length; i++) {
    integers.insert($arrayGet(keys, i));
    $arrayPush(integers.values, $arrayGet(values, i));
  }
}
