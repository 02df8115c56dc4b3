// oxlint-disable max-lines -- all of them are methods of one class.
import { arrayFrom } from "./array-from.ts";
import { ArrayBuffer, toLength } from "./array-buffer.ts";
import { RangeError, TypeError } from "./error.ts";
import { relativeIndex, toInt } from "./integer.ts";
import { throwNotFunction } from "./not-callable.ts";
import { sortRuns } from "./sort-runs.ts";
import { TypedEntryIterator, TypedIterator, TypedKeyIterator } from "./typed-iterators.ts";

type Test = (item: number, index: number, array: never) => unknown;

/** What the class of a typed array is used for here. */
type TypedArrayClass = new (source: readonly unknown[]) => TypedArray;

/**
 * What all typed arrays have. Elements are spoken of as numbers; those of two classes are bigints. A class that extends this one keeps
 * a storage of its type in `@@storage`, or none if the buffer has one of another type. `@@start` counts elements.
 */
export abstract class TypedArray {
  declare ["@@buffer"]: ArrayBuffer | undefined;
  declare ["@@start"]: $int;
  declare ["@@length"]: $int;

  constructor(source?: unknown, offset?: unknown, length?: unknown) {
    this["@@buffer"] = undefined;
    this["@@start"] = 0;
    this["@@length"] = 0;
    if ($isInstance(source, ArrayBuffer)) this["@@over"]($asInstance(source, ArrayBuffer), offset, length);
    else if ($isInstance(source, TypedArray)) {
      const other = $asInstance(source, TypedArray);
      this["@@resize"](other["@@length"]);
      for (let i = 0; i < other["@@length"]; i++) this["@@write"](i, this["@@element"](other["@@read"](i)));
    } else if ($isArray(source)) this["@@fillWith"]($asArray(source));
    else if ($isObject(source)) this["@@fillWith"](arrayFrom(source as Iterable<unknown>, same));
    else this["@@resize"]($isUndefined(source) ? 0 : toLength(source));
  }

  static ["@@call"](): never {
    throw new TypeError(`Constructor ${$functionName(this)} requires 'new'`);
  }

  static from(
    this: TypedArrayClass,
    source: Iterable<unknown>,
    map?: (item: unknown, index: number) => unknown,
    receiver?: unknown,
  ): TypedArray {
    if ($isUndefined(map)) return new this(arrayFrom(source, same));
    if (!$isFunction(map)) throwNotFunction(map);
    return new this($isUndefined(receiver) ? arrayFrom(source, map!) : arrayFrom(source, map!.bind(receiver)));
  }

  static of(this: TypedArrayClass, ...items: unknown[]): TypedArray {
    return new this(items);
  }

  abstract get BYTES_PER_ELEMENT(): number;
  abstract get ["@@toStringTag"](): string;

  /** Makes a storage of its own. */
  abstract ["@@allocate"](length: $int): void;
  /** Takes the storage of a buffer. */
  abstract ["@@attach"](buffer: ArrayBuffer): void;
  /** Gives its storage to a buffer. */
  abstract ["@@expose"](buffer: ArrayBuffer): void;
  /** An element in range. */
  abstract ["@@read"](index: $int): number;
  /** Writes an element in range. */
  abstract ["@@write"](index: $int, value: number): void;
  abstract ["@@fill"](value: number, from: $int, to: $int): void;
  /** Copies elements of an array of the same class, which may share the buffer. */
  abstract ["@@copy"](at: $int, source: never, from: $int, count: $int): void;
  /** A new array of the same class. */
  abstract ["@@make"](length: $int): this;
  abstract ["@@view"](buffer: ArrayBuffer, offset: number, length: number): this;

  /** Some element: iterators hold it before their first step, so that all that they ever hold are elements. */
  ["@@zero"](): number {
    return 0;
  }

  /** A value as an element. */
  ["@@element"](value: unknown): number {
    return +(value as number);
  }

  /** The same one by one, in the order in which none is overwritten before it is read. */
  ["@@copyEach"](at: $int, source: TypedArray, from: $int, count: $int): void {
    if (source["@@start"] + from < this["@@start"] + at) {
      for (let i = count - 1; i >= 0; i--) this["@@write"](at + i, source["@@read"](from + i));
    } else for (let i = 0; i < count; i++) this["@@write"](at + i, source["@@read"](from + i));
  }

  /** Elements that are all zero. */
  ["@@resize"](length: number): void {
    if (length < 0 || length * this.BYTES_PER_ELEMENT > 1073741816) {
      throw new RangeError(`Invalid typed array length: ${length}`);
    }
    this["@@length"] = length | 0;
    this["@@allocate"](length | 0);
  }

  ["@@fillWith"](values: readonly unknown[]): void {
    this["@@resize"](values.length);
    for (let i = 0; i < values.length && i < this["@@length"]; i++) {
      this["@@write"](i, this["@@element"]($arrayGet(values, i)));
    }
  }

  /** Makes it a view. */
  ["@@over"](buffer: ArrayBuffer, offset: unknown, length: unknown): void {
    const size = this.BYTES_PER_ELEMENT;
    const start = toLength(offset);
    const name = this["@@toStringTag"];
    if (start < 0) throw new RangeError(`Start offset ${start} is outside the bounds of the buffer`);
    if (start % size !== 0) throw new RangeError(`start offset of ${name} should be a multiple of ${size}`);
    let count = $isUndefined(length) ? -1 : toLength(length);
    if (count < 0) {
      if (!$isUndefined(length)) throw new RangeError(`Invalid typed array length: ${count}`);
      if (buffer.byteLength % size !== 0) {
        throw new RangeError(`byte length of ${name} should be a multiple of ${size}`);
      }
      if (start > buffer.byteLength) throw new RangeError(`Start offset ${start} is outside the bounds of the buffer`);
      count = (buffer.byteLength - start) / size;
    } else if (start + count * size > buffer.byteLength) {
      throw new RangeError(`Invalid typed array length: ${count}`);
    }
    this["@@buffer"] = buffer;
    this["@@start"] = (start / size) | 0;
    this["@@length"] = count | 0;
    this["@@attach"](buffer);
  }

  get buffer(): ArrayBuffer {
    let buffer = this["@@buffer"];
    if ($isUndefined(buffer)) {
      buffer = new ArrayBuffer(this.byteLength);
      this["@@expose"](buffer);
      this["@@buffer"] = buffer;
    }
    return buffer!;
  }

  get byteLength(): number {
    return this["@@length"] * this.BYTES_PER_ELEMENT;
  }

  get byteOffset(): number {
    return this["@@start"] * this.BYTES_PER_ELEMENT;
  }

  get length(): number {
    return this["@@length"];
  }

  /** @analyzedByReceiver */
  ["@@get"](index: $int): number | undefined {
    return $within(index, this["@@length"]) ? this["@@read"](index | 0) : undefined;
  }

  /** @analyzedByReceiver */
  ["@@set"](index: $int, value: unknown): void {
    const element = this["@@element"](value);
    if ($within(index, this["@@length"])) this["@@write"](index | 0, element);
  }

  at(index: number): number | undefined {
    const at = toInt(index);
    return this["@@get"](at < 0 ? at + this["@@length"] : at);
  }

  copyWithin(target: number, start: number, end?: number): this {
    const length = this["@@length"];
    const to = relativeIndex(target, length);
    const from = relativeIndex(start, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    const room = length - to;
    const count = until - from < room ? until - from : room;
    if (count > 0) this["@@copy"](to, this as never, from, count);
    return this;
  }

  entries(): TypedEntryIterator {
    return new TypedEntryIterator(this);
  }

  every(test: Test, receiver?: unknown): boolean {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.every(test.bind(receiver));
    for (let i = 0; i < this["@@length"]; i++) if (!test(this["@@read"](i), i, this as never)) return false;
    return true;
  }

  fill(value: number, start?: number, end?: number): this {
    const element = this["@@element"](value);
    const length = this["@@length"];
    const from = $isUndefined(start) ? 0 : relativeIndex(start!, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    if (from < until) this["@@fill"](element, from, until);
    return this;
  }

  filter(test: Test, receiver?: unknown): this {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.filter(test.bind(receiver));
    const kept: number[] = [];
    for (let i = 0; i < this["@@length"]; i++) {
      const item = this["@@read"](i);
      if (test(item, i, this as never)) $arrayPush(kept, item);
    }
    const result = this["@@make"](kept.length);
    for (let i = 0; i < kept.length; i++) result["@@write"](i, $arrayGet(kept, i));
    return result;
  }

  find(test: Test, receiver?: unknown): number | undefined {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.find(test.bind(receiver));
    for (let i = 0; i < this["@@length"]; i++) {
      const item = this["@@read"](i);
      if (test(item, i, this as never)) return item;
    }
    return undefined;
  }

  findIndex(test: Test, receiver?: unknown): number {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.findIndex(test.bind(receiver));
    for (let i = 0; i < this["@@length"]; i++) if (test(this["@@read"](i), i, this as never)) return i;
    return -1;
  }

  findLast(test: Test, receiver?: unknown): number | undefined {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.findLast(test.bind(receiver));
    for (let i = this["@@length"] - 1; i >= 0; i--) {
      const item = this["@@read"](i);
      if (test(item, i, this as never)) return item;
    }
    return undefined;
  }

  findLastIndex(test: Test, receiver?: unknown): number {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.findLastIndex(test.bind(receiver));
    for (let i = this["@@length"] - 1; i >= 0; i--) if (test(this["@@read"](i), i, this as never)) return i;
    return -1;
  }

  forEach(action: Test, receiver?: unknown): void {
    if (!$isFunction(action)) throwNotFunction(action);
    if (!$isUndefined(receiver)) return this.forEach(action.bind(receiver));
    for (let i = 0; i < this["@@length"]; i++) action(this["@@read"](i), i, this as never);
  }

  includes(item: unknown, from?: number): boolean {
    const length = this["@@length"];
    for (let i = $isUndefined(from) ? 0 : relativeIndex(from!, length); i < length; i++) {
      const element = this["@@read"](i);
      if (element === item || (element !== element && item !== item)) return true;
    }
    return false;
  }

  indexOf(item: unknown, from?: number): number {
    const length = this["@@length"];
    for (let i = $isUndefined(from) ? 0 : relativeIndex(from!, length); i < length; i++) {
      if (this["@@read"](i) === item) return i;
    }
    return -1;
  }

  join(separator?: string): string {
    const between = $isUndefined(separator) ? "," : `${separator}`;
    let text = "";
    for (let i = 0; i < this["@@length"]; i++) text = `${i > 0 ? text + between : text}${this["@@read"](i)}`;
    return text;
  }

  keys(): TypedKeyIterator {
    return new TypedKeyIterator(this);
  }

  lastIndexOf(item: unknown, ...from: number[]): number {
    const length = this["@@length"];
    let i = length - 1;
    if (from.length > 0) {
      const at = toInt($arrayGet(from, 0));
      if (at < 0) i = at + length;
      else if (at < i) i = at;
    }
    for (; i >= 0; i--) if (this["@@read"](i) === item) return i;
    return -1;
  }

  map(map: Test, receiver?: unknown): this {
    if (!$isFunction(map)) throwNotFunction(map);
    if (!$isUndefined(receiver)) return this.map(map.bind(receiver));
    const result = this["@@make"](this["@@length"]);
    for (let i = 0; i < this["@@length"]; i++) {
      result["@@write"](i, result["@@element"](map(this["@@read"](i), i, this as never)));
    }
    return result;
  }

  reduce<U>(combine: (result: U, item: number, index: number, array: never) => U, ...initial: U[]): U {
    if (!$isFunction(combine)) throwNotFunction(combine);
    let i = 0;
    if (initial.length === 0 && this["@@length"] === 0) throwEmpty();
    let result = initial.length === 0 ? (this["@@read"](i++) as unknown as U) : $arrayGet(initial, 0);
    for (; i < this["@@length"]; i++) result = combine(result, this["@@read"](i), i, this as never);
    return result;
  }

  ["reduce/1"](combine: (result: number, item: number, index: number, array: never) => number): number {
    if (!$isFunction(combine)) throwNotFunction(combine);
    if (this["@@length"] === 0) throwEmpty();
    let result = this["@@read"](0);
    for (let i = 1; i < this["@@length"]; i++) result = combine(result, this["@@read"](i), i, this as never);
    return result;
  }

  ["reduce/2"]<U>(combine: (result: U, item: number, index: number, array: never) => U, initial: U): U {
    if (!$isFunction(combine)) throwNotFunction(combine);
    let result = initial;
    for (let i = 0; i < this["@@length"]; i++) result = combine(result, this["@@read"](i), i, this as never);
    return result;
  }

  reduceRight<U>(combine: (result: U, item: number, index: number, array: never) => U, ...initial: U[]): U {
    if (!$isFunction(combine)) throwNotFunction(combine);
    let i = this["@@length"] - 1;
    if (initial.length === 0 && i < 0) throwEmpty();
    let result = initial.length === 0 ? (this["@@read"](i--) as unknown as U) : $arrayGet(initial, 0);
    for (; i >= 0; i--) result = combine(result, this["@@read"](i), i, this as never);
    return result;
  }

  reverse(): this {
    for (let low = 0, high = this["@@length"] - 1; low < high; low++, high--) {
      const item = this["@@read"](low);
      this["@@write"](low, this["@@read"](high));
      this["@@write"](high, item);
    }
    return this;
  }

  /** Copies elements of an array, or of what is like one. */
  set(source: unknown, offset?: number): void {
    const at = $isUndefined(offset) ? 0 : toInt(offset!);
    if (at < 0) throw new RangeError("offset is out of bounds");
    if ($isInstance(source, TypedArray)) this["@@setTyped"]($asInstance(source, TypedArray), at);
    else if ($isArray(source)) this["@@setValues"]($asArray(source), at);
    else this["@@setValues"](arrayFrom(source as ArrayLike<unknown>, same), at);
  }

  ["@@setValues"](values: readonly unknown[], at: $int): void {
    if (values.length > this["@@length"] - at) throw new RangeError("offset is out of bounds");
    for (let i = 0; i < values.length; i++) this["@@write"](at + i, this["@@element"]($arrayGet(values, i)));
  }

  /** Of a source that shares the buffer, all is read before anything is written. */
  ["@@setTyped"](source: TypedArray, at: $int): void {
    const count = source["@@length"];
    if (count > this["@@length"] - at) throw new RangeError("offset is out of bounds");
    const buffer = this["@@buffer"];
    if (source["@@toStringTag"] === this["@@toStringTag"]) this["@@copy"](at, source as never, 0, count);
    else if (!$isUndefined(buffer) && source["@@buffer"] === buffer) {
      const values: unknown[] = $arrayNew(count);
      for (let i = 0; i < count; i++) $arrayPush(values, source["@@read"](i));
      this["@@setValues"](values, at);
    } else for (let i = 0; i < count; i++) this["@@write"](at + i, this["@@element"](source["@@read"](i)));
  }

  slice(start?: number, end?: number): this {
    const length = this["@@length"];
    const from = $isUndefined(start) ? 0 : relativeIndex(start!, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    const count = until > from ? until - from : 0;
    const result = this["@@make"](count);
    if (count > 0) result["@@copy"](0, this as never, from, count);
    return result;
  }

  some(test: Test, receiver?: unknown): boolean {
    if (!$isFunction(test)) throwNotFunction(test);
    if (!$isUndefined(receiver)) return this.some(test.bind(receiver));
    for (let i = 0; i < this["@@length"]; i++) if (test(this["@@read"](i), i, this as never)) return true;
    return false;
  }

  sort(compare?: (a: number, b: number) => number): this {
    if (!$isUndefined(compare)) {
      if (!$isFunction(compare)) {
        throw new TypeError("The comparison function must be either a function or undefined");
      }
    }
    const count = this["@@length"];
    const values: number[] = $arrayNew(count);
    for (let i = 0; i < count; i++) $arrayPush(values, this["@@read"](i));
    if ($isUndefined(compare)) sortRuns(values, compareElements);
    else sortRuns(values, compare!);
    for (let i = 0; i < count; i++) this["@@write"](i, $arrayGet(values, i));
    return this;
  }

  subarray(start?: number, end?: number): this {
    const length = this["@@length"];
    const from = $isUndefined(start) ? 0 : relativeIndex(start!, length);
    const until = $isUndefined(end) ? length : relativeIndex(end!, length);
    const offset = this.byteOffset + from * this.BYTES_PER_ELEMENT;
    return this["@@view"](this.buffer, offset, until > from ? until - from : 0);
  }

  toLocaleString(locales?: string | string[], options?: object): string {
    let text = "";
    for (let i = 0; i < this["@@length"]; i++) {
      text = `${i > 0 ? `${text},` : text}${this["@@read"](i).toLocaleString(locales, options as never)}`;
    }
    return text;
  }

  toReversed(): this {
    return this.slice().reverse();
  }

  toSorted(compare?: (a: number, b: number) => number): this {
    return this.slice().sort(compare);
  }

  toString(): string {
    return this.join();
  }

  values(): TypedIterator {
    return new TypedIterator(this);
  }

  with(index: number, value: number): this {
    const at = toInt(index);
    const from = at < 0 ? at + this["@@length"] : at;
    const element = this["@@element"](value);
    if (from < 0 || from >= this["@@length"]) throw new RangeError("Invalid typed array index");
    const result = this.slice();
    result["@@write"](from, element);
    return result;
  }

  ["@@iterator"](): TypedIterator {
    return new TypedIterator(this);
  }
}

/** Numeric order: -0 comes before 0, and NaN comes last. */
function compareElements(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if ($isNumber(a)) {
    if (a !== a) return b !== b ? 0 : 1;
    if (b !== b) return -1;
    return a === 0 ? 1 / a - 1 / b : 0;
  } else return 0;
}

function throwEmpty(): never {
  throw new TypeError("Reduce of empty array with no initial value");
}

function same<T>(item: T): T {
  return item;
}
