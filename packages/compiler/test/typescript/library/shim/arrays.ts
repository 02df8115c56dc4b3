function range(from: number, to: number, length: number): void {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from > to || to > length) {
    throw new Error(`${from} to ${to} is not within ${length}`);
  }
}

/** Operations on arrays, in range. What grows without having been written holds a mark that no test expects. */
export const arrayIntrinsics = {
  $arrayNew(capacity: number): unknown[] {
    range(0, capacity, 2 ** 31);
    return [];
  },
  $arrayGet<T>(array: T[], at: number): T | undefined {
    range(at, at + 1, array.length);
    return array[at];
  },
  $arraySet<T>(array: T[], at: number, value: T): void {
    range(at, at + 1, array.length);
    array[at] = value;
  },
  $arrayPush<T>(array: T[], value: T): void {
    array.push(value);
  },
  $arraySetLength(array: unknown[], length: number): void {
    range(0, length, 2 ** 31);
    while (array.length < length) array.push("never written");
    array.length = length;
  },
  $arrayCopy<T>(target: T[], at: number, source: readonly T[], from: number, count: number): void {
    range(at, at + count, target.length);
    range(from, from + count, source.length);
    for (const [offset, value] of source.slice(from, from + count).entries()) target[at + offset] = value;
  },
  $arrayFill<T>(array: T[], value: T, from: number, to: number): void {
    range(from, to, array.length);
    array.fill(value, from, to);
  },
};
