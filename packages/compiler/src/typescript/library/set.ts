import { Entries } from "./entries.ts";
import { EntryCursor } from "./entry-cursor.ts";
import { RangeError, TypeError } from "./error.ts";
import { endInspection, inspect, startInspection } from "./inspect.ts";
import { EntryIterator, KeyIterator, Keyed } from "./keyed.ts";
import { throwNotFunction } from "./not-callable.ts";
import { cloneValue } from "./structured-clone.ts";

/** What methods that combine sets take: a set, a map, or something that can do what they need. */
interface SetLike<T> {
  readonly size: number;
  has(value: T): boolean;
  keys(): Iterator<T>;
}

/** `Set`. */
export class Set<T> extends Keyed<T> {
  constructor(values?: Iterable<T> | null) {
    super(new Entries(false));
    if ($isUndefined(values)) return;
    else if ($isNull(values)) return;
    else for (const value of values!) this.add(value);
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor Set requires 'new'");
  }

  get size(): number {
    return this["@@entries"].size;
  }

  get ["@@toStringTag"](): string {
    return "Set";
  }

  add(value: T): this {
    this["@@insert"](value);
    return this;
  }

  clear(): void {
    $changed(this);
    this["@@entries"].clear();
  }

  delete(value: T): boolean {
    return this["@@remove"](value) >= 0;
  }

  /** What is in this set and not in the other. */
  difference(other: SetLike<T>): Set<T> {
    const size = sizeOf(other);
    const result = this.#copy();
    if (this.size <= size) {
      const own = this.values();
      while (own.step()) if (other.has(own.current)) result.delete(own.current);
    } else {
      const values = other.keys();
      for (let step = values.next(); !step.done; step = values.next()) result.delete(step.value);
    }
    return result;
  }

  entries(): SetEntryIterator<T> {
    return new SetEntryIterator<T>(this);
  }

  forEach(callback: (value: T, key: T, set: this) => void, receiver?: unknown): void {
    if (!$isFunction(callback)) throwNotFunction(callback);
    if (!$isUndefined(receiver)) return this.forEach(callback.bind(receiver));
    const cursor = new EntryCursor(this["@@entries"]);
    for (let entry = cursor.advance(); entry >= 0; entry = cursor.advance()) {
      const value = this["@@keyAt"](entry);
      callback(value, value, this);
    }
  }

  has(value: T): boolean {
    return this["@@find"](value) >= 0;
  }

  /** What is in both. */
  intersection(other: SetLike<T>): Set<T> {
    const size = sizeOf(other);
    const result = new Set<T>();
    if (this.size <= size) {
      const own = this.values();
      while (own.step()) if (other.has(own.current)) result.add(own.current);
    } else {
      const values = other.keys();
      for (let step = values.next(); !step.done; step = values.next()) {
        if (this.has(step.value)) result.add(step.value);
      }
    }
    return result;
  }

  isDisjointFrom(other: SetLike<T>): boolean {
    const size = sizeOf(other);
    if (this.size <= size) {
      const own = this.values();
      while (own.step()) if (other.has(own.current)) return false;
      return true;
    }
    const values = other.keys();
    for (let step = values.next(); !step.done; step = values.next()) {
      if (this.has(step.value)) {
        close(values);
        return false;
      }
    }
    return true;
  }

  isSubsetOf(other: SetLike<T>): boolean {
    if (this.size > sizeOf(other)) return false;
    const own = this.values();
    while (own.step()) if (!other.has(own.current)) return false;
    return true;
  }

  isSupersetOf(other: SetLike<T>): boolean {
    if (this.size < sizeOf(other)) return false;
    const values = other.keys();
    for (let step = values.next(); !step.done; step = values.next()) {
      if (!this.has(step.value)) {
        close(values);
        return false;
      }
    }
    return true;
  }

  keys(): KeyIterator<T> {
    return new KeyIterator<T>(this);
  }

  /** What is in one of the two and not in both. */
  symmetricDifference(other: SetLike<T>): Set<T> {
    sizeOf(other);
    const values = other.keys();
    const result = this.#copy();
    for (let step = values.next(); !step.done; step = values.next()) {
      if (this.has(step.value)) result.delete(step.value);
      else result.add(step.value);
    }
    return result;
  }

  /** What is in either. */
  union(other: SetLike<T>): Set<T> {
    sizeOf(other);
    const values = other.keys();
    const result = this.#copy();
    for (let step = values.next(); !step.done; step = values.next()) result.add(step.value);
    return result;
  }

  values(): KeyIterator<T> {
    return new KeyIterator<T>(this);
  }

  #copy(): Set<T> {
    const copy = new Set<T>();
    const values = this.values();
    while (values.step()) copy.add(values.current);
    return copy;
  }

  /**
   * Copies it for `structuredClone`.
   *
   * @analyzedByReceiver
   */
  ["@@clone"](memory: $host): Set<T> {
    const copy = new Set<T>();
    const known = $js_weak_get(memory, $toHost(this));
    if (!$isUndefined(known)) return $fromHost(known!, copy);
    $js_weak_set(memory, $toHost(this), $toHost(copy));
    for (const value of this as unknown as Iterable<T>) copy.add(cloneValue(value, memory));
    return copy;
  }

  /**
   * Shows it as `console` does.
   *
   * @analyzedByReceiver
   */
  ["@@inspect"](depth: $int): string {
    const short = startInspection($toHost(this), "Set", depth);
    if (!$isUndefined(short)) return short!;
    const entries: string[] = [];
    for (const value of this as unknown as Iterable<T>) $arrayPush(entries, inspect(value, depth + 1));
    return endInspection(entries, `Set(${this.size}) `, "{", "}", depth);
  }

  ["@@iterator"](): KeyIterator<T> {
    return new KeyIterator<T>(this);
  }
}

/** Pairs of each value with itself. */
export class SetEntryIterator<T> extends EntryIterator<Set<T>, [T, T]> {
  override step(): boolean {
    const entry = this["@@advance"]();
    if (entry < 0) return false;
    const value = this["@@owner"]["@@keyAt"](entry);
    this.current = [value, value];
    return true;
  }
}

function sizeOf(other: SetLike<unknown>): number {
  const size = +other.size;
  if (size !== size) throw new TypeError("The .size property is NaN");
  if (size < 0) throw new RangeError(`'${size}' is an invalid size`);
  return size;
}

function close(iterator: Iterator<unknown>): void {
  const leave: unknown = iterator.return;
  if ($isFunction(leave)) iterator.return!();
}
