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
    else $arrayPush(values, item);
  }
  if ($isUndefined(compare)) sortByText(values);
  else sortRuns(values, compare!);
  writeBack(array, 0, values);
  writeBack(array, values.length, missing);
}

/** The array may have become shorter. */
function writeBack<T>(array: T[], at: $int, values: readonly T[]): void {
  const count = values.length;
  if (array.length < at + count) $arraySetLength(array, at + count);
  $arrayCopy(array, at, values, 0, count);
}

interface Keyed<T> {
  text: string;
  value: T;
}

/** Sorts by code units of the values' texts. */
function sortByText<T>(values: T[]): void {
  const count = values.length;
  for (let i = 0; i < count; i++) {
    if (!$isString($arrayGet(values, i))) return sortByKey(values);
  }
  sortRuns(values as unknown as string[], compareTexts);
}

function compareTexts(a: string, b: string): number {
  return $stringCompare($asString(a), $asString(b));
}

function sortByKey<T>(values: T[]): void {
  const keyed: Keyed<T>[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = $arrayGet(values, i);
    $arrayPush(keyed, { text: `${value as string}`, value });
  }
  sortRuns(keyed, compareKeys);
  for (let i = 0; i < values.length; i++) $arraySet(values, i, $arrayGet(keyed, i).value);
}

function compareKeys(a: Keyed<unknown>, b: Keyed<unknown>): number {
  return $stringCompare(a.text, b.text);
}
