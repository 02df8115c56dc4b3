import { TypeError } from "./error.ts";
import { sortRuns } from "./sort-runs.ts";
import { describeValue } from "./text.ts";

/** `array.sort(compare)`. Sorts a copy: what `compare` sees of the array, or leaves by throwing, is the array before. */
export function sortArray<T>(array: T[], compare: ((a: T, b: T) => number) | undefined): void {
  if (!$isUndefined(compare)) {
    if (!$isFunction(compare)) {
      throw new TypeError(`The comparison function must be either a function or undefined: ${describeValue(compare)}`);
    }
  }
  const values: T[] = $arrayNew(array.length);
  const missing: T[] = [];
  for (let i = 0; i < array.length; i++) {
    const item = $arrayGet(array, i);
    if ($isUndefined(item)) $arrayPush(missing, item as T);
    else $arrayPush(values, $asDefined(item));
  }
  const sorted = $isUndefined(compare) ? sortedByText(values) : sortedBy(values, compare!);
  writeBack(array, 0, sorted);
  writeBack(array, sorted.length, missing);
}

/** The array may have become shorter. */
function writeBack<T>(array: T[], at: $int, values: readonly T[]): void {
  const count = values.length;
  if (array.length < at + count) $arraySetLength(array, at + count);
  $arrayCopy(array, at, values, 0, count);
}

/** Sorts values. Numbers are sorted where they are, by code of their own for each `compare`. */
function sortedBy<T>(values: T[], compare: (a: T, b: T) => number): T[] {
  if (values.length < 2) return values;
  const first = $arrayGet(values, 0);
  if ($isNumber(first)) {
    sortRuns(values, compare);
    return values;
  } else
    return inOrder(
      values,
      sortedIndices(values.length, (a, b) => compare($arrayGet(values, a), $arrayGet(values, b))),
    );
}

/** Sorts values by code units of their texts. */
function sortedByText<T>(values: T[]): T[] {
  const count = values.length;
  const texts: string[] = $arrayNew(count);
  for (let i = 0; i < count; i++) $arrayPush(texts, `${$arrayGet(values, i) as string}`);
  return inOrder(
    values,
    sortedIndices(count, (a, b) => $stringCompare($arrayGet(texts, a), $arrayGet(texts, b))),
  );
}

/**
 * The order of so many values that are compared by their indices. It is one for the whole program.
 *
 * @analyzedOnce
 */
function sortedIndices(count: $int, compare: (a: $int, b: $int) => number): $int[] {
  const indices: $int[] = $arrayNew(count);
  for (let i = 0; i < count; i++) $arrayPush(indices, i);
  sortRuns(indices, compare);
  return indices;
}

function inOrder<T>(values: readonly T[], indices: readonly $int[]): T[] {
  const count = indices.length;
  const sorted: T[] = $arrayNew(count);
  for (let i = 0; i < count; i++) $arrayPush(sorted, $arrayGet(values, $arrayGet(indices, i)));
  return sorted;
}
