import { RangeError } from "./error.ts";
import { toInt } from "./integer.ts";

/** More elements than a machine has room for; arrays take their memory at once. */
const MOST_ELEMENTS = 134217727;

/** `new Array(length)`: as many elements, all undefined. */
export function arrayOfLength<T>(length: number): T[] {
  return filledArray(length, undefined as T);
}

/** `new Array(length).fill(value)`. */
export function filledArray<T>(length: number, value: T): T[] {
  const count = length | 0;
  if (count !== length || count < 0 || count > MOST_ELEMENTS) throw new RangeError("Invalid array length");
  const result: T[] = $arrayNew(count);
  for (let i = 0; i < count; i++) $arrayPush(result, value);
  return result;
}

/** `Array.from`: of an iterable, or of what has a length and elements. */
export function arrayFrom<T, U>(source: Iterable<T> | ArrayLike<T>, map: (item: T, index: number) => U): U[] {
  if ($isObject(source)) {
    if ($isUndefined((source as { "@@iterator"?: unknown })["@@iterator"]))
      return fromArrayLike(source as ArrayLike<T>, map);
    else return fromIterable(source as unknown as Iterable<T>, map);
  } else return fromIterable(source as Iterable<T>, map);
}

function fromIterable<T, U>(source: Iterable<T>, map: (item: T, index: number) => U): U[] {
  const result: U[] = [];
  let index = 0;
  for (const item of source) $arrayPush(result, map(item, index++));
  return result;
}

function fromArrayLike<T, U>(source: ArrayLike<T>, map: (item: T, index: number) => U): U[] {
  const length = toInt(source.length);
  if (length > MOST_ELEMENTS) throw new RangeError("Invalid array length");
  const result: U[] = [];
  for (let i = 0; i < length; i++) $arrayPush(result, map(source[i]!, i));
  return result;
}
