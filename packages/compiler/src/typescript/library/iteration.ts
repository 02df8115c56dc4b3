// oxlint-disable max-lines -- classes that extend one and that it makes itself must stand in its module.
import { RangeError, TypeError } from "./error.ts";
import { throwNotFunction } from "./not-callable.ts";
import { isObjectLike } from "./primitive.ts";
import { describeValue, toNumber } from "./text.ts";

/** What `next` gives. */
export interface Step<T> {
  value: T;
  done: boolean;
}

/**
 * `Iterator`, which all iterators of the library extend. `for…of` uses `step` and `current`, which need no object for each step; `next` is
 * for everybody else. A class has the one or the other by its own.
 */
export class LibraryIterator<T> {
  declare current: T;

  static from<T>(source: Iterable<T> | Iterator<T>): LibraryIterator<T> {
    return wrapIterator(source);
  }

  /** Goes on to the next value; `false` at the end. */
  step(): boolean {
    const result = checkResult(this.next());
    if (result.done) return false;
    this.current = result.value as T;
    return true;
  }

  next(): Step<T | undefined> {
    const more = this.step();
    return createStep(more ? this.current : undefined, !more);
  }

  ["@@iterator"](): this {
    return this;
  }

  /** Tells it that no more is wanted. */
  ["@@close"](): void {}

  drop<S = T>(this: LibraryIterator<S>, count: unknown): LibraryIterator<S> {
    return new ShortenedIterator<S>(this, countOf(count, this));
  }

  every<S = T>(this: LibraryIterator<S>, test: (value: S, index: number) => unknown): boolean {
    requireCallback(test, this);
    let index = 0;
    while (this.step()) {
      if (ask(this, test, index++)) continue;
      this["@@close"]();
      return false;
    }
    return true;
  }

  filter<S = T>(this: LibraryIterator<S>, test: (value: S, index: number) => unknown): LibraryIterator<S> {
    requireCallback(test, this);
    return new FilteredIterator<S>(this, test);
  }

  find<S = T>(this: LibraryIterator<S>, test: (value: S, index: number) => unknown): S | undefined {
    requireCallback(test, this);
    let index = 0;
    while (this.step()) {
      const value = this.current;
      if (!ask(this, test, index++)) continue;
      this["@@close"]();
      return value;
    }
    return undefined;
  }

  flatMap<U, S = T>(this: LibraryIterator<S>, callback: (value: S, index: number) => Iterable<U>): LibraryIterator<U> {
    requireCallback(callback, this);
    return new FlatIterator<S, U>(this, callback);
  }

  forEach<S = T>(this: LibraryIterator<S>, callback: (value: S, index: number) => unknown): void {
    requireCallback(callback, this);
    let index = 0;
    while (this.step()) ask(this, callback, index++);
  }

  map<U, S = T>(this: LibraryIterator<S>, callback: (value: S, index: number) => U): LibraryIterator<U> {
    requireCallback(callback, this);
    return new MappedIterator<S, U>(this, callback);
  }

  reduce<U, S = T>(this: LibraryIterator<S>, callback: (sum: U, value: S, index: number) => U, ...initial: U[]): U {
    requireCallback(callback, this);
    let index = 0;
    let sum: U;
    if (initial.length > 0) sum = $arrayGet(initial, 0);
    else {
      if (!this.step()) throw new TypeError("Reduce of a done iterator with no initial value");
      sum = this.current as unknown as U;
      index = 1;
    }
    while (this.step()) {
      try {
        sum = callback(sum, this.current, index++);
      } catch (error) {
        closeAfterThrow(this);
        throw error;
      }
    }
    return sum;
  }

  some<S = T>(this: LibraryIterator<S>, test: (value: S, index: number) => unknown): boolean {
    requireCallback(test, this);
    let index = 0;
    while (this.step()) {
      if (!ask(this, test, index++)) continue;
      this["@@close"]();
      return true;
    }
    return false;
  }

  take<S = T>(this: LibraryIterator<S>, count: unknown): LibraryIterator<S> {
    return new LimitedIterator<S>(this, countOf(count, this));
  }

  toArray<S = T>(this: LibraryIterator<S>): S[] {
    const values: S[] = [];
    while (this.step()) $arrayPush(values, this.current);
    return values;
  }
}

/** What a callback says of the value that an iterator is at. What it throws closes the iterator. */
function ask<T, R>(iterator: LibraryIterator<T>, callback: (value: T, index: number) => R, index: number): R {
  try {
    return callback(iterator.current, index);
  } catch (error) {
    closeAfterThrow(iterator);
    throw error;
  }
}

function requireCallback(callback: unknown, iterator: LibraryIterator<unknown>): void {
  if ($isFunction(callback)) return;
  closeAfterThrow(iterator);
  throwNotFunction(callback);
}

/** A function of its own, so that the steps of each iterator are analysed apart. */
export function createStep<T>(value: T, done: boolean): Step<T> {
  return { value, done };
}

/** The elements of an array, as it is at each step. */
export class ArrayIterator<T> extends LibraryIterator<T> {
  #items: readonly T[];
  /** Below zero once the end has been reached, which is for good. */
  #at: $int = 0;

  constructor(items: readonly T[]) {
    super();
    this.#items = items;
  }

  override step(): boolean {
    const at = this.#at;
    if (at < 0 || at >= this.#items.length) {
      this.#at = -1;
      return false;
    }
    this.current = $arrayGet(this.#items, at);
    this.#at = at + 1;
    return true;
  }

  get ["@@toStringTag"](): string {
    return "Array Iterator";
  }
}

/** The indices of an array, as long as it is at each step. */
export class ArrayKeyIterator extends LibraryIterator<number> {
  #items: readonly unknown[];
  #at: $int = 0;

  constructor(items: readonly unknown[]) {
    super();
    this.#items = items;
  }

  override step(): boolean {
    const at = this.#at;
    if (at < 0 || at >= this.#items.length) {
      this.#at = -1;
      return false;
    }
    this.current = at;
    this.#at = at + 1;
    return true;
  }

  get ["@@toStringTag"](): string {
    return "Array Iterator";
  }
}

/** Pairs of index and element. */
export class ArrayEntryIterator<T> extends LibraryIterator<[number, T]> {
  #items: readonly T[];
  #at: $int = 0;

  constructor(items: readonly T[]) {
    super();
    this.#items = items;
  }

  override step(): boolean {
    const at = this.#at;
    if (at < 0 || at >= this.#items.length) {
      this.#at = -1;
      return false;
    }
    this.current = [at, $arrayGet(this.#items, at)];
    this.#at = at + 1;
    return true;
  }

  get ["@@toStringTag"](): string {
    return "Array Iterator";
  }
}

/** The code points of a string. */
export class StringIterator extends LibraryIterator<string> {
  #text: string;
  #at: $int = 0;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override step(): boolean {
    const at = this.#at;
    const text = this.#text;
    if (at >= text.length) return false;
    const end = at + ($codePointAt(text, at) > 0xffff ? 2 : 1);
    this.current = $substring(text, at, end);
    this.#at = end;
    return true;
  }

  get ["@@toStringTag"](): string {
    return "String Iterator";
  }
}

/** The values of an iterable: all, or the first `count` if that is not negative. */
export function toArray<T>(iterable: Iterable<T>, count: number): T[] {
  const values: T[] = [];
  if (count === 0) return values;
  for (const value of iterable) {
    $arrayPush(values, value);
    if (values.length === count) break;
  }
  return values;
}

/** `[...target, ...iterable]`, onto an array that is there. */
export function appendAll<T>(target: T[], iterable: Iterable<T>): void {
  if ($isArray(iterable)) appendArray(target, $asArray<T>(iterable));
  else for (const value of iterable) $arrayPush(target, value);
}

/** Adds the elements of an array to the end of another. */
export function appendArray<T>(target: T[], source: readonly T[]): void {
  appendPart(target, source, 0, source.length);
}

/** Adds some elements of an array to the end of another. */
export function appendPart<T>(target: T[], source: readonly T[], from: $int, count: $int): void {
  const at = target.length;
  $arraySetLength(target, at + count);
  $arrayCopy(target, at, source, from, count);
}

interface Iterated<T> {
  ["@@iterator"](): Iterator<T>;
}

/** An iterator of the program's own, stepped like one of the library. */
export class StepIterator<T> extends LibraryIterator<T> {
  ["@@iterated"]: Iterator<T>;

  constructor(iterator: Iterator<T>) {
    super();
    this["@@iterated"] = iterator;
  }

  override step(): boolean {
    const result = checkResult(this["@@iterated"].next());
    if (result.done) return false;
    this.current = result.value;
    return true;
  }

  override ["@@close"](): void {
    const iterator = this["@@iterated"];
    if ($isFunction(iterator.return)) checkResult(iterator.return!());
  }
}

/** An iterator of the program's own that has been given to `Iterator.from`. */
class WrappedIterator<T> extends StepIterator<T> {
  return(): unknown {
    const iterator = this["@@iterated"];
    return $isFunction(iterator.return) ? iterator.return!() : createStep(undefined, true);
  }
}

/** `Iterator.from` */
export function wrapIterator<T>(source: Iterable<T> | Iterator<T>): LibraryIterator<T> {
  if ($isString(source)) return new StringIterator($asString(source)) as unknown as LibraryIterator<T>;
  if (!isObjectLike(source)) throw new TypeError(`${describeValue(source)} is not an object`);
  if ($isArray(source)) return new ArrayIterator<T>($asArray<T>(source));
  else if ($isUndefined((source as unknown as Partial<Iterated<T>>)["@@iterator"]))
    return wrapped(source as Iterator<T>);
  else return wrapped((source as unknown as Iterated<T>)["@@iterator"]());
}

function wrapped<T>(iterator: Iterator<T>): LibraryIterator<T> {
  if ($isInstance(iterator, LibraryIterator)) return $asInstance<LibraryIterator<T>>(iterator, LibraryIterator);
  else return new WrappedIterator<T>($exceptInstance<Iterator<T>>(iterator, LibraryIterator));
}

/** What an iterator's method has given, which must be an object. */
export function checkResult<Result>(result: Result): Result {
  if (!isObjectLike(result)) throw new TypeError(`Iterator result ${describeValue(result)} is not an object`);
  return result;
}

/** An iterator over what `for…of` takes. */
export function iteratorOf<T>(iterable: Iterable<T>): LibraryIterator<T> {
  if ($isArray(iterable)) return new ArrayIterator<T>($asArray<T>(iterable));
  else if ($isString(iterable)) return new StringIterator($asString(iterable)) as unknown as LibraryIterator<T>;
  else return stepsOf((iterable as unknown as Iterated<T>)["@@iterator"]());
}

function stepsOf<T>(iterator: Iterator<T>): LibraryIterator<T> {
  if ($isInstance(iterator, LibraryIterator)) return $asInstance<LibraryIterator<T>>(iterator, LibraryIterator);
  else return new StepIterator<T>($exceptInstance<Iterator<T>>(iterator, LibraryIterator));
}

/** Tells an iterator that no more is wanted. */
export function closeIterator(iterator: LibraryIterator<unknown>): void {
  iterator["@@close"]();
}

/** Tells an iterator that no more is wanted because something has been thrown, which counts for more than what it throws itself. */
export function closeAfterThrow(iterator: LibraryIterator<unknown>): void {
  try {
    iterator["@@close"]();
  } catch {
    return;
  }
}

/** What `map` and its like give: takes its values from another iterator, which it closes when it is closed itself. */
export class IteratorHelper<T, S> extends LibraryIterator<T> {
  ["@@source"]: LibraryIterator<S>;
  ["@@ended"]: boolean = false;
  /** How many values of the source have been given to a callback. */
  ["@@count"]: number = 0;

  constructor(source: LibraryIterator<S>) {
    super();
    this["@@source"] = source;
  }

  get ["@@toStringTag"](): string {
    return "Iterator Helper";
  }

  return(): Step<undefined> {
    if (!this["@@ended"]) {
      this["@@ended"] = true;
      this["@@source"]["@@close"]();
    }
    return createStep(undefined, true);
  }

  override ["@@close"](): void {
    this.return();
  }

  /** Goes on in the source; `false` if there or here is the end. */
  ["@@pull"](): boolean {
    if (this["@@ended"]) return false;
    // What the source throws is the end, too.
    this["@@ended"] = true;
    if (!this["@@source"].step()) return false;
    this["@@ended"] = false;
    return true;
  }

  /** Ends it because something has been thrown. */
  ["@@abandon"](): void {
    this["@@ended"] = true;
    closeAfterThrow(this["@@source"]);
  }
}

/** What `map` gives. */
export class MappedIterator<T, U> extends IteratorHelper<U, T> {
  #callback: (value: T, index: number) => U;

  constructor(source: LibraryIterator<T>, callback: (value: T, index: number) => U) {
    super(source);
    this.#callback = callback;
  }

  override step(): boolean {
    if (!this["@@pull"]()) return false;
    const callback = this.#callback;
    try {
      this.current = callback(this["@@source"].current, this["@@count"]++);
    } catch (error) {
      this["@@abandon"]();
      throw error;
    }
    return true;
  }
}

/** What `filter` gives. */
export class FilteredIterator<T> extends IteratorHelper<T, T> {
  #callback: (value: T, index: number) => unknown;

  constructor(source: LibraryIterator<T>, callback: (value: T, index: number) => unknown) {
    super(source);
    this.#callback = callback;
  }

  override step(): boolean {
    const callback = this.#callback;
    while (this["@@pull"]()) {
      const value = this["@@source"].current;
      try {
        if (!callback(value, this["@@count"]++)) continue;
      } catch (error) {
        this["@@abandon"]();
        throw error;
      }
      this.current = value;
      return true;
    }
    return false;
  }
}

/** What `take` gives. */
export class LimitedIterator<T> extends IteratorHelper<T, T> {
  #left: number;

  constructor(source: LibraryIterator<T>, limit: number) {
    super(source);
    this.#left = limit;
  }

  override step(): boolean {
    if (this.#left === 0) {
      this.return();
      return false;
    }
    this.#left--;
    if (!this["@@pull"]()) return false;
    this.current = this["@@source"].current;
    return true;
  }
}

/** What `drop` gives. */
export class ShortenedIterator<T> extends IteratorHelper<T, T> {
  #left: number;

  constructor(source: LibraryIterator<T>, count: number) {
    super(source);
    this.#left = count;
  }

  override step(): boolean {
    for (; this.#left > 0; this.#left--) if (!this["@@pull"]()) return false;
    if (!this["@@pull"]()) return false;
    this.current = this["@@source"].current;
    return true;
  }
}

/** What `flatMap` gives. */
export class FlatIterator<T, U> extends IteratorHelper<U, T> {
  #callback: (value: T, index: number) => Iterable<U>;
  #inner: LibraryIterator<U> | undefined = undefined;

  constructor(source: LibraryIterator<T>, callback: (value: T, index: number) => Iterable<U>) {
    super(source);
    this.#callback = callback;
  }

  override step(): boolean {
    if (this["@@ended"]) return false;
    try {
      while (!this["@@stepInner"]()) {
        if (!this["@@pull"]()) return false;
        const callback = this.#callback;
        const inner = callback(this["@@source"].current, this["@@count"]++);
        if (!isObjectLike(inner)) throw new TypeError(`${describeValue(inner)} is not an object`);
        this.#inner = iteratorOf(inner);
      }
    } catch (error) {
      if (!this["@@ended"]) this["@@abandon"]();
      throw error;
    }
    return true;
  }

  override return(): Step<undefined> {
    const inner = this.#inner;
    this.#inner = undefined;
    if (!$isUndefined(inner)) {
      try {
        inner!["@@close"]();
      } catch (error) {
        this["@@abandon"]();
        throw error;
      }
    }
    return super.return();
  }

  ["@@stepInner"](): boolean {
    const inner = this.#inner;
    if ($isUndefined(inner)) return false;
    else {
      if (inner!.step()) {
        this.current = inner!.current;
        return true;
      }
      this.#inner = undefined;
      return false;
    }
  }
}

/** The number of values that `take` and `drop` are given. */
export function countOf(given: unknown, source: LibraryIterator<unknown>): number {
  try {
    const count = $trunc(toNumber(given)) + 0;
    if (count >= 0) return count;
  } catch (error) {
    closeAfterThrow(source);
    throw error;
  }
  closeAfterThrow(source);
  throw new RangeError(`${describeValue(given)} must be positive`);
}

export { LibraryIterator as Iterator };
