import { arranged } from "./arranged.ts";
import { Entries } from "./entries.ts";
import { EntryCursor } from "./entry-cursor.ts";
import { TypeError } from "./error.ts";
import { endInspection, inspect, startInspection } from "./inspect.ts";
import { EntryIterator, KeyIterator, Keyed } from "./keyed.ts";
import { throwNotFunction } from "./not-callable.ts";
import { isObjectLike } from "./primitive.ts";
import { cloneValue } from "./structured-clone.ts";
import { describeValue } from "./text.ts";

/** `Map`. */
export class Map<K, V> extends Keyed<K> {
  /** By the entry of the key. */
  #values: V[] = [];

  constructor(entries?: Iterable<readonly [K, V]> | null) {
    super(new Entries(true));
    if ($isUndefined(entries)) return;
    else if ($isNull(entries)) return;
    else {
      for (const entry of entries!) {
        if (!isObjectLike(entry)) throw new TypeError(`Iterator value ${describeValue(entry)} is not an entry object`);
        this.set(entry[0], entry[1]);
      }
    }
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor Map requires 'new'");
  }

  /** The value of an entry, for iterators. */
  static ["@@valueAt"]<K, V>(map: Map<K, V>, entry: $int): V {
    return $arrayGet(map.#values, entry);
  }

  static groupBy<K, T>(items: Iterable<T>, callback: (item: T, index: number) => K): Map<K, T[]> {
    if (!$isFunction(callback)) throwNotFunction(callback);
    const result = new Map<K, T[]>();
    let index = 0;
    for (const item of items) {
      const key = callback(item, index++);
      const group = result.get(key);
      if ($isUndefined(group)) result.set(key, [item]);
      else $arrayPush(group!, item);
    }
    return result;
  }

  get size(): number {
    return this["@@entries"].size;
  }

  get ["@@toStringTag"](): string {
    return "Map";
  }

  clear(): void {
    $changed(this);
    this["@@entries"].clear();
    this.#values = [];
  }

  delete(key: K): boolean {
    const entry = this["@@remove"](key);
    if (entry < 0) return false;
    if (this["@@entries"].size === 0) this.#values = [];
    else $arraySet(this.#values, entry, $nothing());
    return true;
  }

  entries(): MapEntryIterator<K, V> {
    return new MapEntryIterator<K, V>(this);
  }

  forEach(callback: (value: V, key: K, map: this) => void, receiver?: unknown): void {
    if (!$isFunction(callback)) throwNotFunction(callback);
    if (!$isUndefined(receiver)) return this.forEach(callback.bind(receiver));
    const cursor = new EntryCursor(this["@@entries"]);
    for (let entry = cursor.advance(); entry >= 0; entry = cursor.advance()) {
      callback($arrayGet(this.#values, entry), this["@@keyAt"](entry), this);
    }
  }

  get(key: K): V | undefined {
    const entry = this["@@find"](key);
    return entry < 0 ? undefined : $arrayGet(this.#values, entry);
  }

  has(key: K): boolean {
    return this["@@find"](key) >= 0;
  }

  keys(): KeyIterator<K> {
    return new KeyIterator<K>(this);
  }

  set(key: K, value: V): this {
    const entry = this["@@insert"](key);
    const entries = this["@@entries"];
    const { moved } = entries;
    if (!$isUndefined(moved)) {
      this.#values = arranged(this.#values, moved!);
      entries.moved = undefined;
    }
    const values = this.#values;
    if (entry === values.length) $arrayPush(values, value);
    else $arraySet(values, entry, value);
    return this;
  }

  values(): MapValueIterator<K, V> {
    return new MapValueIterator<K, V>(this);
  }

  /**
   * Copies it for `structuredClone`.
   *
   * @analyzedByReceiver
   */
  ["@@clone"](memory: $host): Map<K, V> {
    const copy = new Map<K, V>();
    const known = $js_weak_get(memory, $toHost(this));
    if (!$isUndefined(known)) return $fromHost(known!, copy);
    $js_weak_set(memory, $toHost(this), $toHost(copy));
    const cursor = new EntryCursor(this["@@entries"]);
    for (let entry = cursor.advance(); entry >= 0; entry = cursor.advance()) {
      const key = cloneValue(this["@@keyAt"](entry), memory);
      copy.set(key, cloneValue($arrayGet(this.#values, entry), memory));
    }
    return copy;
  }

  /**
   * Shows it as `console` does.
   *
   * @analyzedByReceiver
   */
  ["@@inspect"](depth: $int): string {
    const short = startInspection($toHost(this), "Map", depth);
    if (!$isUndefined(short)) return short!;
    const entries: string[] = [];
    const cursor = new EntryCursor(this["@@entries"]);
    for (let entry = cursor.advance(); entry >= 0; entry = cursor.advance()) {
      const key = inspect(this["@@keyAt"](entry), depth + 1);
      $arrayPush(entries, `${key} => ${inspect($arrayGet(this.#values, entry), depth + 1)}`);
    }
    return endInspection(entries, `Map(${this.size}) `, "{", "}", depth);
  }

  ["@@iterator"](): MapEntryIterator<K, V> {
    return new MapEntryIterator<K, V>(this);
  }
}

/** The values of a map. */
export class MapValueIterator<K, V> extends EntryIterator<Map<K, V>, V> {
  override step(): boolean {
    const entry = this["@@advance"]();
    if (entry < 0) return false;
    this.current = Map["@@valueAt"](this["@@owner"], entry);
    return true;
  }
}

/** Pairs of key and value. */
export class MapEntryIterator<K, V> extends EntryIterator<Map<K, V>, [K, V]> {
  override step(): boolean {
    const entry = this["@@advance"]();
    if (entry < 0) return false;
    const owner = this["@@owner"];
    this.current = [owner["@@keyAt"](entry), Map["@@valueAt"](owner, entry)];
    return true;
  }
}
