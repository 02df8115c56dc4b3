/**
 * Stable sorting by merging runs, after Tim Peters' listsort (without galloping). Runs that are in order already are found as they
 * are; short ones are extended by binary insertion. Arrays of fewer than 64 elements are one run, for which the comparisons are
 * those of V8, one by one: so comparisons that contradict themselves order them as they do there.
 */
export function sortRuns<T>(values: T[], compare: (a: T, b: T) => number): void {
  const length = values.length;
  if (length < 2) return;
  const shortest = shortestRun(length);
  const lengths: $int[] = [];
  const buffer: T[] = [];
  let low = 0;
  while (low < length) {
    let count = countRun(values, low, length, compare);
    if (count < shortest) {
      const sorted = low + count;
      count = length - low < shortest ? length - low : shortest;
      insertRest(values, low, sorted, low + count, compare);
    }
    low += count;
    $arrayPush(lengths, count);
    collapse(values, buffer, lengths, low, low === length, compare);
  }
}

/** Between 32 and 64, so that the length is about a power of two times it. */
function shortestRun(length: $int): $int {
  let rest = length;
  let odd = 0;
  while (rest >= 64) {
    odd |= rest & 1;
    rest >>= 1;
  }
  return rest + odd;
}

/** How many elements from `low` are in order; if they are in strictly falling order they are reversed. */
function countRun<T>(values: T[], low: $int, high: $int, compare: (a: T, b: T) => number): $int {
  if (low + 1 === high) return 1;
  let at = low + 2;
  if (compare($arrayGet(values, low + 1), $arrayGet(values, low)) < 0) {
    while (at < high && compare($arrayGet(values, at), $arrayGet(values, at - 1)) < 0) at++;
    for (let left = low, right = at - 1; left < right; left++, right--) {
      const value = $arrayGet(values, left);
      $arraySet(values, left, $arrayGet(values, right));
      $arraySet(values, right, value);
    }
  } else {
    while (at < high && !(compare($arrayGet(values, at), $arrayGet(values, at - 1)) < 0)) at++;
  }
  return at - low;
}

/** Inserts the elements from `start` into those before, which are in order. */
function insertRest<T>(values: T[], low: $int, start: $int, high: $int, compare: (a: T, b: T) => number): void {
  for (let at = start; at < high; at++) {
    const value = $arrayGet(values, at);
    let left = low;
    let right = at;
    while (left < right) {
      const middle = (left + right) >> 1;
      if (compare(value, $arrayGet(values, middle)) < 0) right = middle;
      else left = middle + 1;
    }
    if (left < at) {
      $arrayCopy(values, left + 1, values, left, at - left);
      $arraySet(values, left, value);
    }
  }
}

/**
 * Merges runs until their lengths fall fast enough that there are never many, or, once all are there, until one is left. The last one
 * ends at `end`.
 */
function collapse<T>(
  values: T[],
  buffer: T[],
  lengths: $int[],
  end: $int,
  isEnd: boolean,
  compare: (a: T, b: T) => number,
): void {
  while (lengths.length > 1) {
    const last = lengths.length - 1;
    const c = $arrayGet(lengths, last);
    const b = $arrayGet(lengths, last - 1);
    const a = last > 1 ? $arrayGet(lengths, last - 2) : c;
    const beforeA = last > 2 ? $arrayGet(lengths, last - 3) : 0;
    const fallsTooSlowly = (last > 1 && a <= b + c) || (last > 2 && beforeA <= a + b) || b <= c;
    if (!fallsTooSlowly && !isEnd) return;
    mergeAt(values, buffer, lengths, end, a < c ? last - 2 : last - 1, compare);
  }
}

/** Merges a run, which is the last or the one before it, with the one that follows. */
function mergeAt<T>(
  values: T[],
  buffer: T[],
  lengths: $int[],
  end: $int,
  index: $int,
  compare: (a: T, b: T) => number,
): void {
  const last = lengths.length - 1;
  const first = $arrayGet(lengths, index);
  const second = $arrayGet(lengths, index + 1);
  let low = end - first - second;
  if (index < last - 1) {
    low -= $arrayGet(lengths, last);
    $arraySet(lengths, index + 1, $arrayGet(lengths, last));
  }
  $arraySet(lengths, index, first + second);
  $arraySetLength(lengths, last);
  merge(values, buffer, low, low + first, low + first + second, compare);
}

/** Merges two neighbouring runs that are in order. */
function merge<T>(
  values: T[],
  buffer: T[],
  low: $int,
  middle: $int,
  high: $int,
  compare: (a: T, b: T) => number,
): void {
  if (!(compare($arrayGet(values, middle), $arrayGet(values, middle - 1)) < 0)) return;
  const count = middle - low;
  if (buffer.length < count) $arraySetLength(buffer, count);
  $arrayCopy(buffer, 0, values, low, count);
  let left = 0;
  let right = middle;
  let at = low;
  while (left < count && right < high) {
    const value = $arrayGet(values, right);
    const other = $arrayGet(buffer, left);
    if (compare(value, other) < 0) {
      $arraySet(values, at++, value);
      right++;
    } else {
      $arraySet(values, at++, other);
      left++;
    }
  }
  $arrayCopy(values, at, buffer, left, count - left);
}
