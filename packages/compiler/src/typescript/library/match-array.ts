import { toInt } from "./integer.ts";
import { LibraryIterator, appendAll } from "./iteration.ts";

type Text = string | undefined;

/**
 * What `exec` and `match` give. In JavaScript it is an array with properties, which arrays here do not have. So it is an object of its own that
 * can be read like one: elements, `length`, iteration and the methods that leave an array unchanged. It is no `Array.isArray`.
 * What the groups matched stays with the host until it is asked for.
 */
export class MatchArray {
  readonly #match: $host;
  readonly #input: string;
  #groups: Record<string, Text> | undefined;

  constructor(match: $host, input: string) {
    this.#match = match;
    this.#input = input;
  }

  get length(): number {
    return $js_match_count(this.#match);
  }

  get index(): number {
    return $js_match_index(this.#match);
  }

  get input(): string {
    return this.#input;
  }

  get groups(): Record<string, Text> | undefined {
    const match = this.#match;
    const count = $js_match_nameCount(match);
    if (count > 0 && $isUndefined(this.#groups)) {
      const groups: Record<string, Text> = {};
      for (let i = 0; i < count; i++) groups[$js_match_name(match, i)] = $js_match_named(match, i);
      this.#groups = groups;
    }
    return this.#groups;
  }

  /** With the flag `d`. */
  get indices(): MatchIndices {
    return new MatchIndices(this.#match);
  }

  ["@@get"](index: number): Text {
    const group = index | 0;
    return group === index ? $js_match_get(this.#match, group) : undefined;
  }

  ["@@iterator"](): MatchIterator {
    return new MatchIterator(this.#match);
  }

  at(index: number): Text {
    const group = toInt(index);
    return $js_match_get(this.#match, group < 0 ? group + this.length : group);
  }

  concat(...items: (Text | Text[])[]): Text[] {
    return this.slice().concat(...items);
  }

  entries(): IterableIterator<[number, Text]> {
    return this.slice().entries() as IterableIterator<[number, Text]>;
  }

  every(test: (text: Text, index: number, texts: Text[]) => unknown): boolean {
    return this.slice().every(test);
  }

  filter(test: (text: Text, index: number, texts: Text[]) => unknown): Text[] {
    return this.slice().filter(test);
  }

  find(test: (text: Text, index: number, texts: Text[]) => unknown): Text {
    return this.slice().find(test);
  }

  findIndex(test: (text: Text, index: number, texts: Text[]) => unknown): number {
    return this.slice().findIndex(test);
  }

  flatMap<U>(map: (text: Text, index: number, texts: Text[]) => U | U[]): U[] {
    return this.slice().flatMap(map as never) as U[];
  }

  forEach(action: (text: Text, index: number, texts: Text[]) => void): void {
    this.slice().forEach(action);
  }

  includes(text: Text, from?: number): boolean {
    return this.slice().includes(text, from);
  }

  indexOf(text: Text, from?: number): number {
    return $isUndefined(from) ? this.slice().indexOf(text) : this.slice().indexOf(text, from);
  }

  join(separator?: string): string {
    return this.slice().join(separator);
  }

  keys(): IterableIterator<number> {
    return this.slice().keys() as IterableIterator<number>;
  }

  map<U>(map: (text: Text, index: number, texts: Text[]) => U): U[] {
    return this.slice().map(map);
  }

  reduce<U>(combine: (all: U, text: Text, index: number, texts: Text[]) => U, start: U): U {
    return this.slice().reduce(combine, start);
  }

  slice(start?: number, end?: number): Text[] {
    const texts: Text[] = [];
    appendAll(texts, this as unknown as Iterable<Text>);
    return $isUndefined(start) ? texts : texts.slice(start, end);
  }

  some(test: (text: Text, index: number, texts: Text[]) => unknown): boolean {
    return this.slice().some(test);
  }

  toJSON(): Text[] {
    return this.slice();
  }

  toString(): string {
    return this.slice().join();
  }

  values(): MatchIterator {
    return new MatchIterator(this.#match);
  }
}

/** What the groups of a match matched, one by one. */
export class MatchIterator extends LibraryIterator<Text> {
  readonly #match: $host;
  #at: $int = 0;

  constructor(match: $host) {
    super();
    this.#match = match;
  }

  override step(): boolean {
    const at = this.#at;
    if (at >= $js_match_count(this.#match)) return false;
    this.current = $js_match_get(this.#match, at);
    this.#at = at + 1;
    return true;
  }
}

/** Where groups lie in the text, as pairs of start and end. */
export class MatchIndices {
  readonly #match: $host;

  constructor(match: $host) {
    this.#match = match;
  }

  get length(): number {
    return $js_match_count(this.#match);
  }

  get groups(): Record<string, [number, number] | undefined> | undefined {
    const match = this.#match;
    const count = $js_match_nameCount(match);
    if (count === 0) return undefined;
    const groups: Record<string, [number, number] | undefined> = {};
    for (let i = 0; i < count; i++) {
      groups[$js_match_name(match, i)] = pair($js_match_nameStart(match, i), $js_match_nameEnd(match, i));
    }
    return groups;
  }

  ["@@get"](index: number): [number, number] | undefined {
    const group = index | 0;
    if (group !== index) return undefined;
    return pair($js_match_groupStart(this.#match, group), $js_match_groupEnd(this.#match, group));
  }

  ["@@iterator"](): IterableIterator<[number, number] | undefined> {
    const pairs: ([number, number] | undefined)[] = [];
    for (let i = 0; i < this.length; i++) $arrayPush(pairs, this["@@get"](i));
    return pairs.values();
  }
}

function pair(start: $int, end: $int): [number, number] | undefined {
  return start < 0 ? undefined : [start, end];
}
