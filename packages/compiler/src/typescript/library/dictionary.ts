import { sortRuns } from "./sort-runs.ts";

/** With up to as many entries, keys are compared one by one; beyond that JavaScript's own hash table finds them. */
const SEARCHED = 8;

interface Entry<T> {
  number: number;
  name: string;
  value: T;
}

/**
 * An object whose property names are not known when it is compiled. Its methods are not properties of it: they are what reading, writing
 * and enumerating its properties is compiled to. Entries are kept in order of insertion; for enumeration those with integers as
 * names are brought to the front.
 */
export class Dictionary<T> {
  /** `undefined` where an entry has been removed. */
  #names: (string | undefined)[] = [];
  #values: T[] = [];
  #index: $host | undefined = undefined;
  #removed: $int = 0;
  /** Entries with integers as names have been added since they were sorted. */
  #unsorted: boolean = false;

  get(key: string): T | undefined {
    const at = this.#find(key);
    return at < 0 ? undefined : $arrayGet(this.#values, at);
  }

  set(key: string, value: T): void {
    const at = this.#find(key);
    if (at >= 0) $arraySet(this.#values, at, value);
    else this.#add(key, value);
  }

  has(key: string): boolean {
    return this.#find(key) >= 0;
  }

  /** As the operator: always true. */
  delete(key: string): boolean {
    const at = this.#find(key);
    if (at < 0) return true;
    const last = this.#names.length - 1;
    if (!$isUndefined(this.#index)) $js_index_remove(this.#index!, $toHost(key));
    else {
      $arrayCopy(this.#names, at, this.#names, at + 1, last - at);
      $arrayCopy(this.#values, at, this.#values, at + 1, last - at);
    }
    if (at === last || $isUndefined(this.#index)) {
      $arraySetLength(this.#names, last);
      $arraySetLength(this.#values, last);
    } else {
      $arraySet(this.#names, at, undefined);
      this.#removed++;
      if (this.#removed > 32 && this.#removed * 2 > last) this.#compact();
    }
    return true;
  }

  keys(): string[] {
    const count = this.count();
    const keys: string[] = $arrayNew(count);
    for (let i = 0; i < count; i++) $arrayPush(keys, this.nameAt(i));
    return keys;
  }

  /** How many entries there are. `nameAt` and `valueAt` give those before it in order, until something changes. */
  count(): $int {
    if (this.#removed > 0) this.#compact();
    if (this.#unsorted) this.#sort();
    return this.#names.length;
  }

  nameAt(index: $int): string {
    return $asString($arrayGet(this.#names, index));
  }

  valueAt(index: $int): T {
    return $arrayGet(this.#values, index);
  }

  #find(key: string): $int {
    const index = this.#index;
    if ($isUndefined(index)) {
      const names = this.#names;
      for (let i = 0; i < names.length; i++) if ($stringEquals($asString($arrayGet(names, i)), key)) return i;
      return -1;
    } else return $js_index_get(index!, $toHost(key));
  }

  #add(key: string, value: T): void {
    $arrayPush(this.#names, key);
    $arrayPush(this.#values, value);
    if (integerOf(key) >= 0) this.#unsorted = true;
    const count = this.#names.length;
    if (!$isUndefined(this.#index)) $js_index_set(this.#index!, $toHost(key), count - 1);
    else if (count > SEARCHED) this.#rebuild();
  }

  /** Takes the places of removed entries away. */
  #compact(): void {
    const names = this.#names;
    const values = this.#values;
    let count = 0;
    for (let i = 0; i < names.length; i++) {
      const name = $arrayGet(names, i);
      if ($isUndefined(name)) continue;
      $arraySet(names, count, name);
      $arraySet(values, count, $arrayGet(values, i));
      count++;
    }
    $arraySetLength(names, count);
    $arraySetLength(values, count);
    this.#removed = 0;
    this.#rebuild();
  }

  /** Brings integers to the front, from the lowest up. */
  #sort(): void {
    const count = this.#names.length;
    const entries: Entry<T>[] = $arrayNew(count);
    for (let i = 0; i < count; i++) {
      const name = this.nameAt(i);
      const number = integerOf(name);
      $arrayPush(entries, { number: number < 0 ? Infinity : number, name, value: this.valueAt(i) });
    }
    sortRuns(entries, compareNumbers);
    for (let i = 0; i < count; i++) {
      const entry = $arrayGet(entries, i);
      $arraySet(this.#names, i, entry.name);
      $arraySet(this.#values, i, entry.value);
    }
    this.#unsorted = false;
    if (!$isUndefined(this.#index)) this.#rebuild();
  }

  #rebuild(): void {
    const index = $js_index_new();
    const names = this.#names;
    for (let i = 0; i < names.length; i++) {
      const name = $arrayGet(names, i);
      if (!$isUndefined(name)) $js_index_set(index, $toHost(name), i);
    }
    this.#index = index;
  }
}

function compareNumbers(a: Entry<unknown>, b: Entry<unknown>): number {
  if (a.number < b.number) return -1;
  return a.number > b.number ? 1 : 0;
}

/** The integer that a name is written as, if objects order it as one; -1 for any other. */
function integerOf(name: string): number {
  const length = name.length;
  if (length === 0 || length > 10) return -1;
  if (length > 1 && $charCodeAt(name, 0) === 48) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = $charCodeAt(name, i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value < 4294967295 ? value : -1;
}
