import { toInt } from "./integer.ts";

interface Source<T> {
  ["@@asyncIterator"]?(): AsyncIterator<T>;
  ["@@iterator"]?(): Iterator<T>;
}

/** `Array.fromAsync` */
export async function arrayFromAsync<T, U>(
  source: AsyncIterable<T> | Iterable<T> | ArrayLike<T>,
  map: (item: T, index: number) => U,
): Promise<U[]> {
  if ($isObject(source)) {
    const given = source as unknown as Source<T>;
    if ($isUndefined(given["@@asyncIterator"])) {
      if ($isUndefined(given["@@iterator"])) return fromArrayLike(source as ArrayLike<T>, map);
    }
  }
  const result: U[] = [];
  let index = 0;
  for await (const item of source as AsyncIterable<T>) $arrayPush(result, await map(item, index++));
  return result;
}

async function fromArrayLike<T, U>(source: ArrayLike<T>, map: (item: T, index: number) => U): Promise<U[]> {
  const length = toInt(source.length);
  const result: U[] = [];
  for (let i = 0; i < length; i++) $arrayPush(result, await map(await source[i]!, i));
  return result;
}
