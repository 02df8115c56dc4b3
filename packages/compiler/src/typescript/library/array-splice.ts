import { appendPart } from "./iteration.ts";

/** Replaces `count` elements from an index by others, and gives what was there. All are in range. */
export function spliceArray<T>(array: T[], from: $int, count: $int, items: readonly T[]): T[] {
  const removed: T[] = $arrayNew(count);
  appendPart(removed, array, from, count);
  const length = array.length;
  const added = items.length;
  const rest = length - from - count;
  if (added > count) $arraySetLength(array, length + added - count);
  $arrayCopy(array, from + added, array, from + count, rest);
  $arrayCopy(array, from, items, 0, added);
  if (added < count) $arraySetLength(array, length + added - count);
  return removed;
}
