import { LibraryIterator } from "./iteration.ts";
import type { TypedArray } from "./typed-array.ts";

/** The elements of a typed array. */
export class TypedIterator extends LibraryIterator<number> {
  #items: TypedArray;
  #at: $int = 0;

  constructor(items: TypedArray) {
    super();
    this.#items = items;
    this.current = items["@@zero"]();
  }

  override step(): boolean {
    const at = this.#at;
    if (at >= this.#items["@@length"]) return false;
    this.current = this.#items["@@read"](at);
    this.#at = at + 1;
    return true;
  }

  get ["@@toStringTag"](): string {
    return "Array Iterator";
  }
}

/** Its indices. */
export class TypedKeyIterator extends LibraryIterator<number> {
  #items: TypedArray;
  #at: $int = 0;

  constructor(items: TypedArray) {
    super();
    this.#items = items;
  }

  override step(): boolean {
    const at = this.#at;
    if (at >= this.#items["@@length"]) return false;
    this.current = at;
    this.#at = at + 1;
    return true;
  }

  get ["@@toStringTag"](): string {
    return "Array Iterator";
  }
}

/** Pairs of index and element. */
export class TypedEntryIterator extends LibraryIterator<[number, number]> {
  #items: TypedArray;
  #at: $int = 0;

  constructor(items: TypedArray) {
    super();
    this.#items = items;
  }

  override step(): boolean {
    const at = this.#at;
    if (at >= this.#items["@@length"]) return false;
    this.current = [at, this.#items["@@read"](at)];
    this.#at = at + 1;
    return true;
  }

  get ["@@toStringTag"](): string {
    return "Array Iterator";
  }
}
