import { RangeError, TypeError } from "./error.ts";
import type { Step } from "./iteration.ts";
import { LibraryIterator, createStep } from "./iteration.ts";
import { closeAfterThrow, closeIterator, iteratorOf } from "./iterator-of.ts";
import { isObjectLike } from "./primitive.ts";
import { describeValue, toNumber } from "./text.ts";

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
      closeIterator(this["@@source"]);
    }
    return createStep(undefined, true);
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
        closeIterator(inner!);
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
