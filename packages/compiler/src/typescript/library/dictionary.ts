import { arranged } from "./arranged.ts";
import { Entries } from "./entries.ts";
import { endInspection, inspect, keyText, startInspection } from "./inspect.ts";
import { integerOf, isInteger } from "./integer-name.ts";
import { enter, leave, writeEnd, writeEntry, writeStart } from "./json-write.ts";
import { NameTable } from "./name-table.ts";
import { copyProperty, copyUnlessNamed } from "./properties.ts";
import { cloneValue } from "./structured-clone.ts";

/**
 * An object whose property names are not known when it is compiled. Its methods are not properties of it: they are what reading, writing
 * and enumerating its properties is compiled to.
 *
 * Entries are kept in order of insertion. Those with integers as names come first when they are enumerated, so they are sorted before. A
 * dictionary that is used with numbers as keys, by the methods with `Number`, keeps such entries apart, with numbers as their keys.
 */
export class Dictionary<T> {
  #names: NameTable = new NameTable();
  /** By the place of the name. */
  #values: T[] = [];
  /** Whether enumeration must sort first. */
  #unsorted: boolean = false;
  #integers: Entries | undefined = undefined;
  /** By the entry of the integer. */
  #numbered: T[] = [];

  get(key: string): T | undefined {
    const at = this.#names.find(key);
    if (at >= 0) return $arrayGet(this.#values, at);
    const integers = this.#integers;
    return $isUndefined(integers) ? undefined : this.#numberedValue(integers!, integerOf(key));
  }

  set(key: string, value: T): void {
    $changed(this);
    this.#set(key, value);
  }

  has(key: string): boolean {
    if (this.#names.find(key) >= 0) return true;
    const integers = this.#integers;
    if (!$isUndefined(integers)) return integers!.findNumber(integerOf(key)) >= 0;
    return false;
  }

  /** As the operator: always true. */
  delete(key: string): boolean {
    $changed(this);
    const at = this.#names.find(key);
    if (at >= 0) this.#remove(at, key);
    else if (!$isUndefined(this.#integers)) this.#removeInteger(integerOf(key));
    return true;
  }

  getNumber(key: number): T | undefined {
    const integers = this.#numbers();
    if (isInteger(key)) return this.#numberedValue(integers, key);
    const at = this.#names.find($js_number_toString(key));
    return at < 0 ? undefined : $arrayGet(this.#values, at);
  }

  setNumber(key: number, value: T): void {
    $changed(this);
    const integers = this.#numbers();
    if (isInteger(key)) this.#setInteger(integers, key, value);
    else this.#set($js_number_toString(key), value);
  }

  hasNumber(key: number): boolean {
    const integers = this.#numbers();
    return isInteger(key) ? integers.findNumber(key) >= 0 : this.#names.find($js_number_toString(key)) >= 0;
  }

  /** As the operator: always true. */
  deleteNumber(key: number): boolean {
    $changed(this);
    this.#numbers();
    if (isInteger(key)) this.#removeInteger(key);
    else {
      const name = $js_number_toString(key);
      const at = this.#names.find(name);
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
      if (index < count) return $arrayGet(this.#numbered, index);
      return $arrayGet(this.#values, index - count);
    }
    return $arrayGet(this.#values, index);
  }

  /**
   * Sets each of its entries on another object.
   *
   * @checked
   */
  ["@@copyTo"](target: Record<string, unknown>): void {
    const count = this.#count();
    for (let i = 0; i < count; i++) target[this.#nameAt(i)] = this.#valueAt(i);
    $eachSymbol(this, copyProperty, target);
  }

  /** Sets each of its entries that has another name on another object. */
  ["@@copyUnlessNamed"](target: Record<string, unknown>, names: readonly unknown[]): void {
    const count = this.#count();
    for (let i = 0; i < count; i++) copyUnlessNamed(this.#valueAt(i), this.#nameAt(i), "", target, names);
  }

  /** Shows its entries as `console` does, as part of an object. */
  ["@@inspectEntries"](entries: string[], depth: $int): void {
    const count = this.#count();
    for (let i = 0; i < count; i++) {
      $arrayPush(entries, `${keyText(this.#nameAt(i))}: ${inspect(this.#valueAt(i), depth)}`);
    }
  }

  /** Writes its entries as part of an object of JSON. */
  ["@@jsonEntries"](): void {
    const count = this.#count();
    for (let i = 0; i < count; i++) writeEntry(this.#valueAt(i), this.#nameAt(i));
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
    const names = this.#names;
    if (names.removed > 0) this.#compact();
    const integers = this.#integers;
    if (!$isUndefined(integers)) {
      if (this.#unsorted) this.#numbered = arranged(this.#numbered, integers!.sort());
      this.#unsorted = false;
      return integers!.size + names.names.length;
    }
    if (this.#unsorted) this.#values = arranged(this.#values, names.sort());
    this.#unsorted = false;
    return names.names.length;
  }

  #nameAt(index: $int): string {
    const integers = this.#integers;
    if (!$isUndefined(integers)) {
      const count = integers!.size;
      if (index < count) return $js_number_toString($arrayGet(integers!.numbers!, index));
      return $asString($arrayGet(this.#names.names, index - count));
    }
    return $asString($arrayGet(this.#names.names, index));
  }

  #set(key: string, value: T): void {
    const at = this.#names.find(key);
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
    this.#names.add(key);
    $arrayPush(this.#values, value);
  }

  #numberedValue(integers: Entries, key: number): T | undefined {
    const entry = integers.findNumber(key);
    return entry < 0 ? undefined : $arrayGet(this.#numbered, entry);
  }

  #setInteger(integers: Entries, key: number, value: T): void {
    const entry = integers.insertNumber(key);
    const moved = integers.moved;
    if (!$isUndefined(moved)) {
      this.#numbered = arranged(this.#numbered, moved!);
      integers.moved = undefined;
    }
    if (entry < this.#numbered.length) $arraySet(this.#numbered, entry, value);
    else {
      // There are removed entries only where it is unsorted already.
      if (!this.#unsorted && entry > 0) this.#unsorted = $arrayGet(integers.numbers!, entry - 1) > key;
      $arrayPush(this.#numbered, value);
    }
  }

  #removeInteger(key: number): void {
    const integers = this.#integers;
    if ($isUndefined(integers)) return;
    const entry = integers!.removeNumber(key);
    if (entry < 0) return;
    this.#unsorted = true;
    if (integers!.size === 0) this.#numbered = [];
    else $arraySet(this.#numbered, entry, $nothing());
  }

  #remove(at: $int, key: string): void {
    const values = this.#values;
    const last = values.length - 1;
    if (this.#names.remove(at, key)) {
      $arraySet(values, at, $nothing());
      if (this.#names.removed * 2 > last) this.#compact();
    } else {
      $arrayCopy(values, at, values, at + 1, last - at);
      $arraySetLength(values, last);
    }
  }

  #compact(): void {
    this.#values = arranged(this.#values, this.#names.compact());
  }

  /** The entries with integers as names, kept apart from now on. */
  #numbers(): Entries {
    const known = this.#integers;
    if (!$isUndefined(known)) return known!;
    const count = this.#count();
    const { names } = this.#names;
    const values = this.#values;
    const integers = new Entries(true);
    this.#integers = integers;
    this.#names = new NameTable();
    this.#values = [];
    for (let i = 0; i < count; i++) this.#set($asString($arrayGet(names, i)), $arrayGet(values, i));
    return integers;
  }
}
