import { sortIntegers } from "./sort-integers.ts";

/**
 * The part of maps and sets that is one for all keys: which entry a key has, in the order of their insertion.
 *
 * An entry is an index into `numbers` or `others`, whichever has its key, and into what a map keeps for it. The entries of number keys are
 * found by a hash table: `buckets` has the first entry of each bucket, `chain` the one after each entry, both counted from 1, so that 0 is
 * the end. All other keys are found by an index of the host, which compares them as JavaScript does; -2 in `chain` marks them. A removed
 * entry leaves its place, marked by -1, until there are as many of them as others when room is needed; then entries move together.
 * Whoever goes through them must find its place again after that: each such move ends an `Era`, which remembers which places were taken
 * away.
 */
export class Entries {
  /** Entries that have not been removed. */
  size: $int = 0;
  /** Entries, those included that have been removed. */
  count: $int = 0;
  /** All entries before it have been removed: caches remove the oldest again and again. */
  first: $int = 0;
  /** Once there has been a number. */
  numbers: number[] | undefined = undefined;
  /** Once there has been another key. */
  others: $host[] | undefined = undefined;
  chain: $typed = $typedNew("i32", 4);
  #buckets: $typed = $typedNew("i32", 0);
  #index: $host | undefined = undefined;
  /** Only once somebody has gone through the entries. */
  era: Era | undefined = undefined;
  /** After entries have moved together, where they were, for whoever has values for them to move those too. */
  moved: $typed | undefined = undefined;
  #hasValues: boolean;

  /** @analyzedOnce */
  constructor(hasValues: boolean) {
    this.#hasValues = hasValues;
  }

  /**
   * The entry of a number, -1 for none.
   *
   * @analyzedOnce
   */
  findNumber(key: number): $int {
    const numbers = this.numbers;
    if ($isUndefined(numbers)) return -1;
    const chain = this.chain;
    const buckets = this.#buckets;
    let at = $typedGet("i32", buckets, hashNumber(key) & ($typedLength("i32", buckets) - 1));
    while (at > 0) {
      const entry = (at - 1) | 0;
      const known = $arrayGet(numbers!, entry);
      if (known === key || (known !== known && key !== key)) return entry;
      at = $typedGet("i32", chain, entry);
    }
    return -1;
  }

  /**
   * The entry of a key that is no number, -1 for none.
   *
   * @analyzedOnce
   */
  findOther(key: $host): $int {
    const index = this.#index;
    return $isUndefined(index) ? -1 : $js_index_get(index!, key);
  }

  /**
   * The entry of a number. If it has none it is added as the last one; `moved` says whether others have moved for that.
   *
   * @analyzedOnce
   */
  insertNumber(key: number): $int {
    if ($isUndefined(this.numbers)) {
      this.numbers = [];
      this.#buckets = $typedNew("i32", $typedLength("i32", this.chain));
    }
    const found = this.findNumber(key);
    if (found >= 0) return found;
    const entry = this.#place();
    const numbers = this.numbers!;
    if (numbers.length < entry) $arraySetLength(numbers, entry);
    // Of the two zeros the positive one is kept.
    $arrayPush(numbers, key + 0);
    this.#link(entry, key);
    return this.#added(entry);
  }

  /**
   * The same for a key that is no number.
   *
   * @analyzedOnce
   */
  insertOther(key: $host): $int {
    if ($isUndefined(this.#index)) {
      this.#index = $js_index_new();
      this.others = [];
    }
    const entry = this.#place();
    const found = $js_index_add(this.#index!, key, entry);
    if (found >= 0) return found;
    const others = this.others!;
    if (others.length < entry) $arraySetLength(others, entry);
    $arrayPush(others, key);
    $typedSet("i32", this.chain, entry, -2);
    return this.#added(entry);
  }

  /**
   * Removes the entry of a number: which it was, -1 if there is none.
   *
   * @analyzedOnce
   */
  removeNumber(key: number): $int {
    const entry = this.findNumber(key);
    if (entry < 0) return -1;
    const chain = this.chain;
    const buckets = this.#buckets;
    const bucket = hashNumber(key) & ($typedLength("i32", buckets) - 1);
    const next = $typedGet("i32", chain, entry);
    let at = $typedGet("i32", buckets, bucket);
    if (at === entry + 1) $typedSet("i32", buckets, bucket, next);
    else {
      while ($typedGet("i32", chain, at - 1) !== entry + 1) at = $typedGet("i32", chain, at - 1);
      $typedSet("i32", chain, at - 1, next);
    }
    this.#removed(entry);
    return entry;
  }

  /**
   * The same for a key that is no number.
   *
   * @analyzedOnce
   */
  removeOther(key: $host): $int {
    const index = this.#index;
    if ($isUndefined(index)) return -1;
    const entry = $js_index_remove(index!, key);
    if (entry < 0) return -1;
    $arraySet(this.others!, entry, $nothing());
    this.#removed(entry);
    return entry;
  }

  /** @analyzedOnce */
  clear(): void {
    if (this.count === 0) return;
    this.size = 0;
    this.count = 0;
    this.first = 0;
    this.numbers = undefined;
    this.others = undefined;
    this.#index = undefined;
    this.chain = $typedNew("i32", 4);
    if (!$isUndefined(this.era)) this.era = this.era!.end(undefined);
  }

  isRemoved(entry: $int): boolean {
    return $typedGet("i32", this.chain, entry) === -1;
  }

  isNumber(entry: $int): boolean {
    return $typedGet("i32", this.chain, entry) >= 0;
  }

  /**
   * Brings the entries of a table of numbers in their order, without those that have been removed. Gives the places where they were.
   *
   * @analyzedOnce
   */
  sort(): $typed {
    const sorted: number[] = $arrayNew(this.size);
    for (let i = 0; i < this.count; i++) if (!this.isRemoved(i)) $arrayPush(sorted, $arrayGet(this.numbers!, i));
    sortIntegers(sorted);
    const places = $typedNew("i32", sorted.length);
    for (let i = 0; i < sorted.length; i++) $typedSet("i32", places, i, this.findNumber($arrayGet(sorted, i)));
    this.clear();
    for (let i = 0; i < sorted.length; i++) this.insertNumber($arrayGet(sorted, i));
    return places;
  }

  /**
   * Where the next entry goes. There is room for it.
   *
   * @analyzedOnce
   */
  #place(): $int {
    const capacity = $typedLength("i32", this.chain);
    if (this.count === capacity) {
      const half = this.size * 2 <= capacity;
      if (half) this.#moveTogether();
      this.#rebuild(half ? capacity : (capacity * 2) | 0);
    }
    return this.count;
  }

  /** @analyzedOnce */
  #added(entry: $int): $int {
    this.count = (entry + 1) | 0;
    this.size = (this.size + 1) | 0;
    return entry;
  }

  /** @analyzedOnce */
  #removed(entry: $int): void {
    this.size = (this.size - 1) | 0;
    if (this.size === 0) return this.clear();
    $typedSet("i32", this.chain, entry, -1);
    let first = this.first;
    while (this.isRemoved(first)) first++;
    this.first = first | 0;
  }

  /** Puts an entry at the front of its bucket. */
  #link(entry: $int, key: number): void {
    const buckets = this.#buckets;
    const bucket = hashNumber(key) & ($typedLength("i32", buckets) - 1);
    $typedSet("i32", this.chain, entry, $typedGet("i32", buckets, bucket));
    $typedSet("i32", buckets, bucket, entry + 1);
  }

  #moveTogether(): void {
    const chain = this.chain;
    const numbers = this.numbers;
    const others = this.others;
    const era = this.era;
    const removed: number[] = [];
    const places = $typedNew("i32", this.#hasValues ? this.size : 0);
    const count = this.count;
    let to = 0;
    for (let from = 0; from < count; from++) {
      const mark = $typedGet("i32", chain, from);
      if (mark === -1) {
        if (!$isUndefined(era)) $arrayPush(removed, from);
        continue;
      }
      if (mark === -2) {
        if (!$isUndefined(others)) {
          const key = $arrayGet(others!, from);
          $arraySet(others!, to, key);
          $js_index_set(this.#index!, key, to);
        }
      } else if (!$isUndefined(numbers)) $arraySet(numbers!, to, $arrayGet(numbers!, from));
      $typedSet("i32", chain, to, mark);
      if (this.#hasValues) $typedSet("i32", places, to, from);
      to++;
    }
    if (!$isUndefined(others)) cut(others!, to);
    if (!$isUndefined(numbers)) cut(numbers!, to);
    this.count = to | 0;
    this.first = 0;
    if (this.#hasValues) this.moved = places;
    if (!$isUndefined(era)) this.era = era!.end(removed);
  }

  /** Hashes all numbers anew. */
  #rebuild(capacity: $int): void {
    const chain = $typedNew("i32", capacity);
    $typedCopy("i32", chain, 0, this.chain, 0, this.count);
    this.chain = chain;
    const numbers = this.numbers;
    if (!$isUndefined(numbers)) {
      this.#buckets = $typedNew("i32", capacity);
      for (let entry = 0; entry < this.count; entry++) {
        if (this.isNumber(entry)) this.#link(entry, $arrayGet(numbers!, entry));
      }
    }
  }
}

function cut(keys: unknown[], length: $int): void {
  if (keys.length > length) $arraySetLength(keys, length);
}

/** The time between two moves of a table's entries. */
export class Era {
  /** The era after it, once it has ended. */
  next: Era | undefined = undefined;
  /** Places that the move took away, in order; `undefined` if it took all. */
  removed: number[] | undefined = undefined;

  /** @analyzedOnce */
  end(removed: number[] | undefined): Era {
    const next = new Era();
    this.next = next;
    this.removed = removed;
    return next;
  }
}

/** Spreads a number's bits: equal numbers, the two zeros included, have the same. */
function hashNumber(key: number): $int {
  const whole = key | 0;
  let bits = whole;
  if (whole !== key) bits = key === key ? $highWord(key) ^ $lowWord(key) : 0;
  const mixed = $imul(bits, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
