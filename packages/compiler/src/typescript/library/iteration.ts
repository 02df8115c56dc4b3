/** What `next` gives. */
export interface Step<T> {
  value: T;
  done: boolean;
}

/**
 * An iterator of the library. `for…of` uses `step` and `current`, which need no object for each step; `next` is for everybody else.
 */
export class LibraryIterator<T> {
  declare current: T;

  /** Goes on to the next value; `false` at the end. */
  step(): boolean {
    return false;
  }

  next(): Step<T | undefined> {
    const more = this.step();
    return createStep(more ? this.current : undefined, !more);
  }

  ["@@iterator"](): this {
    return this;
  }
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
