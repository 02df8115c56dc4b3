// oxlint-disable max-lines -- all of them are methods of one class.
import { arrayFrom, arrayOfLength } from "./array-from.ts";
import { arrayFromAsync } from "./array-from-async.ts";
import { joinTexts, toLocaleTexts } from "./array-join.ts";
import { flatten } from "./array-flat.ts";
import { spliceArray } from "./array-splice.ts";
import { RangeError, TypeError } from "./error.ts";
import { clampedIndex, relativeIndex, toInt } from "./integer.ts";
import { ArrayEntryIterator, ArrayIterator, ArrayKeyIterator, appendArray, appendPart } from "./iteration.ts";
import { endInspection, inspectElements, startInspection } from "./inspect.ts";
import { enter, leave, writeElement, writeEnd, writeStart } from "./json-write.ts";
import { throwNotFunction } from "./not-callable.ts";
import { Object } from "./object.ts";
import { sortArray } from "./sort.ts";
import { cloneValue } from "./structured-clone.ts";
import { rawTexts } from "./template-strings.ts";

type Test<T> = (item: T, index: number, array: T[]) => unknown;

/**
 * `Array`: its static side, and the methods of arrays. Loops visit no further than the array is long at the start, and stop
 * where it has become shorter.
 */
export class Array<T> extends Object {
  static override ["@@call"](...items: unknown[]): unknown[] {
    const first = items[0];
    if (items.length !== 1) return items;
    return $isNumber(first) ? arrayOfLength($asNumber(first)) : items;
  }

  static ["@@call/0"]<T>(): T[] {
    return [];
  }

  static ["@@call/1"]<T>(item: T): T[] {
    return $isNumber(item) ? arrayOfLength($asNumber(item)) : [item];
  }

  static from<T, U>(source: Iterable<T> | ArrayLike<T>, map?: (item: T, index: number) => U, receiver?: unknown): U[] {
    if ($isUndefined(map)) return arrayFrom(source, same as unknown as (item: T) => U);
    if (!$isFunction(map)) throwNotFunction(map);
    return $isUndefined(receiver) ? arrayFrom(source, map!) : arrayFrom(source, map!.bind(receiver));
  }

  static fromAsync<T, U>(
    source: AsyncIterable<T> | Iterable<T> | ArrayLike<T>,
    map?: (item: T, index: number) => U,
    receiver?: unknown,
  ): Promise<U[]> {
    if ($isUndefined(map)) return arrayFromAsync(source, same as unknown as (item: T) => U);
    if (!$isFunction(map)) throwNotFunction(map);
    return $isUndefined(receiver) ? arrayFromAsync(source, map!) : arrayFromAsync(source, map!.bind(receiver));
  }

  static isArray(value: unknown): value is unknown[] {
    $readHost(value);
    return $isArray(value);
  }

  static of<T>(...items: T[]): T[] {
    return items;
  }

  /** Of the texts that a template's tag gets. */
  get raw(): string[] | undefined {
    return rawTexts(this as unknown as T[]);
  }

  at(this: T[], index: number): T | undefined {
    const at = toInt(index);
    return this[at < 0 ? at + this.length : at];
  }

  concat(this: T[], ...items: (T | T[])[]): T[] {
    const result: T[] = $arrayNew(this.length + items.length);
    appendArray(result, this);
    for (let i = 0; i < items.length; i++) {
      const item = $arrayGet(items, i);
      if ($isArray(item)) appendArray(result, $asArray<T>(item));
      else $arrayPush(result, item as T);
    }
    return result;
  }

  ["concat/1"](this: T[], item: T | T[]): T[] {
    const result: T[] = $arrayNew(this.length);
    appendArray(result, this);
    if ($isArray(item)) appendArray(result, $asArray<T>(item));
    else $arrayPush(result, item as T);
    return result;
  }

  copyWithin(this: T[], target: number, start: number, end?: number): T[] {
    const length = this.length;
    const to = relativeIndex(target, length);
    const from = relativeIndex(start, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    const room = length - to;
    const count = until - from < room ? until - from : room;
    if (count > 0) $arrayCopy(this, to, this, from, count);
    return this;
  }

  entries(this: T[]): ArrayEntryIterator<T> {
    return new ArrayEntryIterator(this);
  }

  every(this: T[], test: Test<T>, receiver?: unknown): boolean {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.every(test.bind(receiver));
    const end = this.length;
    for (let i = 0; i < end && i < this.length; i++) {
      if (!test($arrayGet(this, i), i, this)) return false;
    }
    return true;
  }

  fill(this: T[], value: T, start?: number, end?: number): T[] {
    const length = this.length;
    const from = $isUndefined(start) ? 0 : relativeIndex(start!, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    if (from < until) $arrayFill(this, value, from, until);
    return this;
  }

  filter(this: T[], test: Test<T>, receiver?: unknown): T[] {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.filter(test.bind(receiver));
    const result: T[] = [];
    const end = this.length;
    for (let i = 0; i < end && i < this.length; i++) {
      const item = $arrayGet(this, i);
      if (test(item, i, this)) $arrayPush(result, item);
    }
    return result;
  }

  find(this: T[], test: Test<T>, receiver?: unknown): T | undefined {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.find(test.bind(receiver));
    const end = this.length;
    for (let i = 0; i < end && i < this.length; i++) {
      const item = $arrayGet(this, i);
      if (test(item, i, this)) return item;
    }
    return undefined;
  }

  findIndex(this: T[], test: Test<T>, receiver?: unknown): number {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.findIndex(test.bind(receiver));
    const end = this.length;
    for (let i = 0; i < end && i < this.length; i++) {
      if (test($arrayGet(this, i), i, this)) return i;
    }
    return -1;
  }

  findLast(this: T[], test: Test<T>, receiver?: unknown): T | undefined {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.findLast(test.bind(receiver));
    for (let i = this.length - 1; i >= 0; i--) {
      if (i >= this.length) continue;
      const item = $arrayGet(this, i);
      if (test(item, i, this)) return item;
    }
    return undefined;
  }

  findLastIndex(this: T[], test: Test<T>, receiver?: unknown): number {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.findLastIndex(test.bind(receiver));
    for (let i = this.length - 1; i >= 0; i--) {
      if (i < this.length && test($arrayGet(this, i), i, this)) return i;
    }
    return -1;
  }

  flat(this: T[], depth?: number): unknown[] {
    return flatten(this, $isUndefined(depth) ? 1 : toInt(depth!));
  }

  ["flat/0"](this: T[]): unknown[] {
    const result: unknown[] = [];
    for (let i = 0; i < this.length; i++) {
      const item = $arrayGet(this, i);
      if ($isArray(item)) appendArray(result, $asArray(item));
      else $arrayPush(result, item as unknown);
    }
    return result;
  }

  flatMap<U>(this: T[], map: (item: T, index: number, array: T[]) => U | U[], receiver?: unknown): U[] {
    if (!$isFunction(map)) throwNotFunction(map);
    if (!$isUndefined(receiver)) return this.flatMap(map.bind(receiver) as typeof map);
    const result: U[] = [];
    const end = this.length;
    for (let i = 0; i < end && i < this.length; i++) {
      const item = map($arrayGet(this, i), i, this);
      if ($isArray(item)) appendArray(result, $asArray<U>(item));
      else $arrayPush(result, item as U);
    }
    return result;
  }

  forEach(this: T[], action: Test<T>, receiver?: unknown): void {
    if (!$isFunction(action)) throwNotFunction(action);
    if (!$isUndefined(receiver)) return this.forEach(action.bind(receiver));
    const end = this.length;
    for (let i = 0; i < end && i < this.length; i++) action($arrayGet(this, i), i, this);
  }

  includes(this: T[], item: T, from?: number): boolean {
    const length = this.length;
    const start = $isUndefined(from) ? 0 : relativeIndex(from!, length);
    if ($isNumber(item)) {
      const number = $asNumber(item);
      if (number !== number) {
        for (let i = start; i < length; i++) {
          const other = $arrayGet(this, i);
          if (other !== other) return true;
        }
        return false;
      }
    }
    for (let i = start; i < length; i++) if ($arrayGet(this, i) === item) return true;
    return false;
  }

  indexOf(this: T[], item: T, from?: number): number {
    const length = this.length;
    for (let i = $isUndefined(from) ? 0 : relativeIndex(from!, length); i < length; i++) {
      if ($arrayGet(this, i) === item) return i;
    }
    return -1;
  }

  join(this: T[], separator?: string): string {
    return joinTexts(this, $isUndefined(separator) ? "," : `${separator}`);
  }

  keys(this: T[]): ArrayKeyIterator {
    return new ArrayKeyIterator(this);
  }

  lastIndexOf(this: T[], item: T, ...from: number[]): number {
    let i = this.length - 1;
    if (from.length > 0) {
      const at = toInt($arrayGet(from, 0));
      if (at < 0) i = at + this.length;
      else if (at < i) i = at;
    }
    for (; i >= 0; i--) if ($arrayGet(this, i) === item) return i;
    return -1;
  }

  ["lastIndexOf/1"](this: T[], item: T): number {
    for (let i = this.length - 1; i >= 0; i--) if ($arrayGet(this, i) === item) return i;
    return -1;
  }

  map<U>(this: T[], map: (item: T, index: number, array: T[]) => U, receiver?: unknown): U[] {
    if (!$isFunction(map)) throwNotFunction(map);
    if (!$isUndefined(receiver)) return this.map(map.bind(receiver) as typeof map);
    const end = this.length;
    const result: U[] = $arrayNew(end);
    for (let i = 0; i < end && i < this.length; i++) $arrayPush(result, map($arrayGet(this, i), i, this));
    return result;
  }

  pop(this: T[]): T | undefined {
    const last = this.length - 1;
    if (last < 0) return undefined;
    const item = $arrayGet(this, last);
    $arraySetLength(this, last);
    return item;
  }

  push(this: T[], ...items: T[]): number {
    appendArray(this, items);
    return this.length;
  }

  ["push/1"](this: T[], item: T): number {
    $arrayPush(this, item);
    return this.length;
  }

  reduce<U>(this: T[], combine: (result: U, item: T, index: number, array: T[]) => U, ...initial: U[]): U {
    if (!$isFunction(combine)) throwNotFunction(combine);
    const end = this.length;
    let i = 0;
    if (initial.length === 0 && end === 0) throwEmpty();
    let result = initial.length === 0 ? ($arrayGet(this, i++) as unknown as U) : $arrayGet(initial, 0);
    for (; i < end && i < this.length; i++) result = combine(result, $arrayGet(this, i), i, this);
    return result;
  }

  ["reduce/1"](this: T[], combine: (result: T, item: T, index: number, array: T[]) => T): T {
    if (!$isFunction(combine)) throwNotFunction(combine);
    const end = this.length;
    if (end === 0) throwEmpty();
    let result = $arrayGet(this, 0);
    for (let i = 1; i < end && i < this.length; i++) result = combine(result, $arrayGet(this, i), i, this);
    return result;
  }

  ["reduce/2"]<U>(this: T[], combine: (result: U, item: T, index: number, array: T[]) => U, initial: U): U {
    if (!$isFunction(combine)) throwNotFunction(combine);
    const end = this.length;
    let result = initial;
    for (let i = 0; i < end && i < this.length; i++) result = combine(result, $arrayGet(this, i), i, this);
    return result;
  }

  reduceRight<U>(this: T[], combine: (result: U, item: T, index: number, array: T[]) => U, ...initial: U[]): U {
    if (!$isFunction(combine)) throwNotFunction(combine);
    let i = this.length - 1;
    if (initial.length === 0 && i < 0) throwEmpty();
    let result = initial.length === 0 ? ($arrayGet(this, i--) as unknown as U) : $arrayGet(initial, 0);
    for (; i >= 0; i--) if (i < this.length) result = combine(result, $arrayGet(this, i), i, this);
    return result;
  }

  ["reduceRight/2"]<U>(this: T[], combine: (result: U, item: T, index: number, array: T[]) => U, initial: U): U {
    if (!$isFunction(combine)) throwNotFunction(combine);
    let result = initial;
    for (let i = this.length - 1; i >= 0; i--) {
      if (i < this.length) result = combine(result, $arrayGet(this, i), i, this);
    }
    return result;
  }

  reverse(this: T[]): T[] {
    for (let low = 0, high = this.length - 1; low < high; low++, high--) {
      const item = $arrayGet(this, low);
      $arraySet(this, low, $arrayGet(this, high));
      $arraySet(this, high, item);
    }
    return this;
  }

  shift(this: T[]): T | undefined {
    const rest = this.length - 1;
    if (rest < 0) return undefined;
    const item = $arrayGet(this, 0);
    $arrayCopy(this, 0, this, 1, rest);
    $arraySetLength(this, rest);
    return item;
  }

  slice(this: T[], start?: number, end?: number): T[] {
    const length = this.length;
    const from = $isUndefined(start) ? 0 : relativeIndex(start!, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    if (from >= until) return [];
    const result: T[] = $arrayNew(until - from);
    appendPart(result, this, from, until - from);
    return result;
  }

  some(this: T[], test: Test<T>, receiver?: unknown): boolean {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.some(test.bind(receiver));
    const end = this.length;
    for (let i = 0; i < end && i < this.length; i++) {
      if (test($arrayGet(this, i), i, this)) return true;
    }
    return false;
  }

  sort(this: T[], compare?: (a: T, b: T) => number): T[] {
    sortArray(this, compare);
    return this;
  }

  splice(this: T[], start: number, count?: number, ...items: T[]): T[] {
    const from = relativeIndex(start, this.length);
    return spliceArray(this, from, countOf(count, this.length - from, items), items);
  }

  ["splice/0"](this: T[]): T[] {
    return [];
  }

  ["splice/1"](this: T[], start: number): T[] {
    const from = relativeIndex(start, this.length);
    const removed: T[] = [];
    appendPart(removed, this, from, this.length - from);
    $arraySetLength(this, from);
    return removed;
  }

  ["splice/2"](this: T[], start: number, count: number): T[] {
    const from = relativeIndex(start, this.length);
    const removed: T[] = [];
    const taken = clampedIndex(count, this.length - from);
    appendPart(removed, this, from, taken);
    $arrayCopy(this, from, this, from + taken, this.length - from - taken);
    $arraySetLength(this, this.length - taken);
    return removed;
  }

  override toLocaleString(this: T[]): string {
    return joinTexts(toLocaleTexts(this), ",");
  }

  toReversed(this: T[]): T[] {
    const result: T[] = $arrayNew(this.length);
    for (let i = this.length - 1; i >= 0; i--) $arrayPush(result, $arrayGet(this, i));
    return result;
  }

  toSorted(this: T[], compare?: (a: T, b: T) => number): T[] {
    const result: T[] = $arrayNew(this.length);
    appendArray(result, this);
    sortArray(result, compare);
    return result;
  }

  toSpliced(this: T[], start: number, count?: number, ...items: T[]): T[] {
    const from = relativeIndex(start, this.length);
    const most = this.length - from;
    const result: T[] = $arrayNew(this.length + items.length);
    const taken = countOf(count, most, items);
    appendPart(result, this, 0, from);
    appendArray(result, items);
    appendPart(result, this, from + taken, most - taken);
    return result;
  }

  ["toSpliced/0"](this: T[]): T[] {
    const result: T[] = [];
    appendArray(result, this);
    return result;
  }

  ["toSpliced/2"](this: T[], start: number, count: number): T[] {
    const from = relativeIndex(start, this.length);
    const taken = clampedIndex(count, this.length - from);
    const result: T[] = $arrayNew(this.length - taken);
    appendPart(result, this, 0, from);
    appendPart(result, this, from + taken, this.length - from - taken);
    return result;
  }

  override toString(this: T[]): string {
    return this.join();
  }

  unshift(this: T[], ...items: T[]): number {
    spliceArray(this, 0, 0, items);
    return this.length;
  }

  ["unshift/1"](this: T[], item: T): number {
    const length = this.length;
    $arrayPush(this, item);
    $arrayCopy(this, 1, this, 0, length);
    $arraySet(this, 0, item);
    return length + 1;
  }

  values(this: T[]): ArrayIterator<T> {
    return new ArrayIterator(this);
  }

  with(this: T[], index: number, value: T): T[] {
    const at = toInt(index);
    const from = at < 0 ? at + this.length : at;
    if (from < 0 || from >= this.length) throw new RangeError(`Invalid index : ${index}`);
    const result: T[] = $arrayNew(this.length);
    appendArray(result, this);
    $arraySet(result, from, value);
    return result;
  }

  ["@@iterator"](this: T[]): ArrayIterator<T> {
    return new ArrayIterator(this);
  }

  /**
   * Shows it as `console` does.
   *
   * @analyzedByReceiver
   */
  override ["@@inspect"](this: T[], depth: $int): string {
    const short = startInspection($toHost(this), "Array", depth);
    if (!$isUndefined(short)) return short!;
    const entries: string[] = [];
    inspectElements(this, entries, depth + 1);
    return endInspection(entries, "", "[", "]", depth);
  }

  /**
   * Copies it for `structuredClone`.
   *
   * @analyzedByReceiver
   */
  override ["@@clone"](this: T[], memory: $host): T[] {
    const copy: T[] = $arrayNew(this.length);
    const known = $js_weak_get(memory, $toHost(this));
    if (!$isUndefined(known)) return $fromHost(known!, copy);
    $js_weak_set(memory, $toHost(this), $toHost(copy));
    for (let i = 0; i < this.length; i++) $arrayPush(copy, cloneValue($arrayGet(this, i), memory));
    return copy;
  }

  /**
   * Writes its elements as JSON.
   *
   * @analyzedByReceiver
   */
  override ["@@json"](this: T[]): void {
    if ($reachesItself(this)) enter($toHost(this), "Array");
    writeStart(91);
    for (let i = 0; i < this.length; i++) writeElement($arrayGet(this, i), i);
    writeEnd(93);
    if ($reachesItself(this)) leave();
  }
}

/** How many elements `splice` removes: all that there are if it is not told. */
function countOf(count: number | undefined, most: $int, items: readonly unknown[]): $int {
  if ($isUndefined(count)) return items.length > 0 ? 0 : most;
  else return clampedIndex(count!, most);
}

function throwEmpty(): never {
  throw new TypeError("Reduce of empty array with no initial value");
}

function same<T>(item: T): T {
  return item;
}
