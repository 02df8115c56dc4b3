import { TypeError } from "./error.ts";
import {
  FilteredIterator,
  FlatIterator,
  LimitedIterator,
  MappedIterator,
  ShortenedIterator,
  countOf,
} from "./iterator-helpers.ts";
import { checkResult, closeAfterThrow, closeIterator, wrapIterator } from "./iterator-of.ts";
import { throwNotFunction } from "./not-callable.ts";

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

  drop<S = T>(this: LibraryIterator<S>, count: unknown): LibraryIterator<S> {
    return new ShortenedIterator<S>(this, countOf(count, this));
  }

  every<S = T>(this: LibraryIterator<S>, test: (value: S, index: number) => unknown): boolean {
    requireCallback(test, this);
    let index = 0;
    while (this.step()) {
      if (ask(this, test, index++)) continue;
      closeIterator(this);
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
      closeIterator(this);
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
      closeIterator(this);
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

export { LibraryIterator as Iterator };
