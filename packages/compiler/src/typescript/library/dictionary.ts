import { EntryTable } from "./entry-table.ts";
import { endInspection, inspect, keyText, startInspection } from "./inspect.ts";
import { integerOf, isInteger } from "./integer-name.ts";
import { enter, leave, writeEnd, writeEntry, writeStart } from "./json-write.ts";
import { compareNumbers, sortTable } from "./sort-table.ts";
import { sortRuns } from "./sort-runs.ts";
import { cloneValue } from "./structured-clone.ts";

/** With up to as many entries, keys are compared one by one; beyond that JavaScript's own hash table finds them. */
const SEARCHED = 8;

/**
 * An object whose property names are not known when it is compiled. Its methods are not properties of it: they are what reading, writing
 * and enumerating its properties is compiled to.
 *
 * Entries are kept in order of insertion. Those with integers as names come first when they are enumerated, so they are sorted before. A
 * dictionary that is used with numbers as keys, by the methods with `Number`, keeps such entries apart, with numbers as their keys.
 */
export class Dictionary<T> {
  /** `undefined` where an entry has been removed. */
  #names: (string | undefined)[] = [];
  #values: T[] = [];
  #index: $host | undefined = undefined;
  /** Beside the index: entries of names that are one ASCII character, by its code; one more than their number, 0 for none. */
  #characters: $typed | undefined = undefined;
  #removed: $int = 0;
  /** Whether enumeration must sort first. */
  #unsorted: boolean = false;
  #integers: EntryTable<number, T> | undefined = undefined;

  get(key: string): T | undefined {
    const at = this.#find(key);
    if (at >= 0) return $arrayGet(this.#values, at);
    const integers = this.#integers;
    if (!$isUndefined(integers)) return valueIn(integers!, integerOf(key));
    return undefined;
  }

  set(key: string, value: T): void {
    this.#set(key, value);
  }

  has(key: string): boolean {
    if (this.#find(key) >= 0) return true;
    const integers = this.#integers;
    if (!$isUndefined(integers)) return integers!.findNumber(integerOf(key)) >= 0;
    return false;
  }

  /** As the operator: always true. */
  delete(key: string): boolean {
    const at = this.#find(key);
    if (at >= 0) this.#remove(at, key);
    else if (!$isUndefined(this.#integers)) this.#removeInteger(integerOf(key));
    return true;
  }

  getNumber(key: number): T | undefined {
    const integers = this.#numbers();
    if (isInteger(key)) return valueIn(integers, key);
    const at = this.#find($js_number_toString(key));
    return at < 0 ? undefined : $arrayGet(this.#values, at);
  }

  setNumber(key: number, value: T): void {
    const integers = this.#numbers();
    if (isInteger(key)) this.#setInteger(integers, key, value);
    else this.#set($js_number_toString(key), value);
  }

  hasNumber(key: number): boolean {
    const integers = this.#numbers();
    return isInteger(key) ? integers.findNumber(key) >= 0 : this.#find($js_number_toString(key)) >= 0;
  }

  /** As the operator: always true. */
  deleteNumber(key: number): boolean {
    this.#numbers();
    if (isInteger(key)) this.#removeInteger(key);
    else {
      const name = $js_number_toString(key);
      const at = this.#find(name);
      if (at >= 0) this.#remove(at, name);
    }
    return true;
  }

  keys(): string[] {
    const count = this.#count();
    const keys: string[] = $arrayNew(count);
    for (let i = 0; i < count; i++) $arrayPush(keys, this.#nameAt(i));
    return keys;
  }

  /** How many entries there are. `nameAt` and `valueAt` give those before it in order, until something changes. */
  count(): $int {
    return this.#count();
  }

  nameAt(index: $int): string {
    return this.#nameAt(index);
  }

  valueAt(index: $int): T {
    return this.#valueAt(index);
  }

  #valueAt(index: $int): T {
    const integers = this.#integers;
    if (!$isUndefined(integers)) {
      const count = integers!.size;
      if (index < count) return $arrayGet(integers!.values, index);
      return $arrayGet(this.#values, index - count);
    }
    return $arrayGet(this.#values, index);
  }

  /** Sets each of its entries on another object. */
  ["@@copyTo"](target: Record<string, unknown>): void {
    const count = this.#count();
    for (let i = 0; i < count; i++) target[this.#nameAt(i)] = this.#valueAt(i);
  }

  /**
   * Shows it as `console` does.
   *
   * @analyzedByReceiver
   */
  ["@@inspect"](depth: $int): string {
    const short = startInspection($toHost(this), "Object", depth);
    if (!$isUndefined(short)) return short!;
    const entries: string[] = [];
    const count = this.#count();
    for (let i = 0; i < count; i++) {
      $arrayPush(entries, `${keyText(this.#nameAt(i))}: ${inspect(this.#valueAt(i), depth + 1)}`);
    }
    return endInspection(entries, "", "{", "}", depth);
  }

  /**
   * Copies it for `structuredClone`.
   *
   * @analyzedByReceiver
   */
  ["@@clone"](memory: $host): Dictionary<T> {
    const copy = new Dictionary<T>();
    const known = $js_weak_get(memory, $toHost(this));
    if (!$isUndefined(known)) return $fromHost(known!, copy);
    $js_weak_set(memory, $toHost(this), $toHost(copy));
    const count = this.#count();
    const entries = copy as unknown as Record<string, T>;
    for (let i = 0; i < count; i++) entries[this.#nameAt(i)] = cloneValue(this.#valueAt(i), memory);
    return copy;
  }

  /**
   * Writes its entries as JSON.
   *
   * @analyzedByReceiver
   */
  ["@@json"](): void {
    if ($reachesItself(this)) enter($toHost(this), "Object");
    writeStart(123);
    const count = this.#count();
    for (let i = 0; i < count; i++) writeEntry(this.#valueAt(i), this.#nameAt(i));
    writeEnd(125);
    if ($reachesItself(this)) leave();
  }

  #count(): $int {
    if (this.#removed > 0) this.#compact();
    const integers = this.#integers;
    if (!$isUndefined(integers)) {
      if (this.#unsorted) sortTable(integers!);
      this.#unsorted = false;
      return integers!.size + this.#names.length;
    }
    if (this.#unsorted) this.#sortNames();
    this.#unsorted = false;
    return this.#names.length;
  }

  #nameAt(index: $int): string {
    const integers = this.#integers;
    if (!$isUndefined(integers)) {
      const count = integers!.size;
      if (index < count) return $js_number_toString($arrayGet(integers!.keys, index));
      return $asString($arrayGet(this.#names, index - count));
    }
    return $asString($arrayGet(this.#names, index));
  }

  /** The entry of a name among those that are kept by name, -1 for none. */
  #find(key: string): $int {
    const index = this.#index;
    if (!$isUndefined(index)) {
      const code = characterOf(key);
      return code >= 0 ? $typedGet("i32", this.#characters!, code) - 1 : $js_index_get(index!, $toHost(key));
    }
    const names = this.#names;
    for (let i = 0; i < names.length; i++) if ($stringEquals($asString($arrayGet(names, i)), key)) return i;
    return -1;
  }

  #set(key: string, value: T): void {
    const at = this.#find(key);
    if (at >= 0) {
      $arraySet(this.#values, at, value);
      return;
    }
    const integer = integerOf(key);
    if (integer >= 0) {
      const integers = this.#integers;
      if (!$isUndefined(integers)) {
        this.#setInteger(integers!, integer, value);
        return;
      }
      this.#unsorted = true;
    }
    $arrayPush(this.#names, key);
    $arrayPush(this.#values, value);
    const count = this.#names.length;
    if (!$isUndefined(this.#index)) this.#enter(key, count);
    else if (count > SEARCHED) this.#rebuild();
  }

  #setInteger(integers: EntryTable<number, T>, key: number, value: T): void {
    const entry = integers.insert(key);
    if (entry < integers.values.length) $arraySet(integers.values, entry, value);
    else {
      // There are removed entries only where it is unsorted already.
      if (!this.#unsorted && entry > 0) this.#unsorted = $arrayGet(integers.keys, entry - 1) > key;
      $arrayPush(integers.values, value);
    }
  }

  #removeInteger(key: number): void {
    const integers = this.#integers;
    if (!$isUndefined(integers)) {
      if (integers!.remove(key)) this.#unsorted = true;
    }
  }

  #remove(at: $int, key: string): void {
    const names = this.#names;
    const values = this.#values;
    const last = names.length - 1;
    if (!$isUndefined(this.#index)) {
      const code = characterOf(key);
      if (code >= 0) $typedSet("i32", this.#characters!, code, 0);
      else $js_index_remove(this.#index!, $toHost(key));
      if (at < last) {
        $arraySet(names, at, undefined);
        $arraySet(values, at, $nothing());
        this.#removed++;
        if (this.#removed * 2 > last) this.#compact();
        return;
      }
    } else {
      $arrayCopy(names, at, names, at + 1, last - at);
      $arrayCopy(values, at, values, at + 1, last - at);
    }
    $arraySetLength(names, last);
    $arraySetLength(values, last);
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

  #rebuild(): void {
    this.#index = $js_index_new();
    this.#characters = $typedNew("i32", 128);
    const names = this.#names;
    for (let i = 0; i < names.length; i++) this.#enter($asString($arrayGet(names, i)), i + 1);
  }

  /** Lets a name be found; `count` is one more than its entry's number. */
  #enter(name: string, count: $int): void {
    const code = characterOf(name);
    if (code >= 0) $typedSet("i32", this.#characters!, code, count);
    else $js_index_set(this.#index!, $toHost(name), count - 1);
  }

  /** Brings integers to the front, from the lowest up. */
  #sortNames(): void {
    const names = this.#names;
    const values = this.#values;
    const integers: number[] = [];
    for (let i = 0; i < names.length; i++) {
      const integer = integerOf($asString($arrayGet(names, i)));
      if (integer >= 0) $arrayPush(integers, integer);
    }
    sortRuns(integers, compareNumbers);
    const sortedNames: (string | undefined)[] = $arrayNew(names.length);
    const sortedValues: T[] = $arrayNew(names.length);
    for (let i = 0; i < integers.length; i++) {
      const name = $js_number_toString($arrayGet(integers, i));
      $arrayPush(sortedNames, name);
      $arrayPush(sortedValues, $arrayGet(values, this.#find(name)));
    }
    for (let i = 0; i < names.length; i++) {
      const name = $asString($arrayGet(names, i));
      if (integerOf(name) < 0) {
        $arrayPush(sortedNames, name);
        $arrayPush(sortedValues, $arrayGet(values, i));
      }
    }
    this.#names = sortedNames;
    this.#values = sortedValues;
    if (!$isUndefined(this.#index)) this.#rebuild();
  }

  /** The entries with integers as names, kept apart from now on. */
  #numbers(): EntryTable<number, T> {
    const known = this.#integers;
    if (!$isUndefined(known)) return known!;
    const count = this.#count();
    const names = this.#names;
    const values = this.#values;
    const integers = new EntryTable<number, T>();
    this.#integers = integers;
    this.#names = [];
    this.#values = [];
    this.#index = undefined;
    for (let i = 0; i < count; i++) this.#set($asString($arrayGet(names, i)), $arrayGet(values, i));
    return integers;
  }
}

/** The value of an integer; -1 is none. */
function valueIn<T>(integers: EntryTable<number, T>, key: number): T | undefined {
  const entry = integers.findNumber(key);
  return entry < 0 ? undefined : $arrayGet(integers.values, entry);
}

/** The code of a name that is one ASCII character, -1 for others. */
function characterOf(name: string): $int {
  if (name.length !== 1) return -1;
  const code = $charCodeAt(name, 0);
  return code < 128 ? code : -1;
}
