import { LibraryIterator } from "./iteration.ts";
import { compareNumbers } from "./name-table.ts";
import { sortRuns } from "./sort-runs.ts";

/**
 * What maps and sets are made of: keys in the order of their insertion. Maps keep a value for each.
 *
 * Keys lie in a dense array, and so do a map's values; an entry is an index into them. The entries of number keys are found by a hash table: `buckets` has the
 * first entry of each bucket, `chain` the one after each entry, both counted from 1, so that 0 is the end. All other keys are found by
 * an index of the host, which compares them as JavaScript does. A removed entry leaves its place, marked by -1 in `chain`, until
 * there are as many of them as others when room is needed; then entries move together. Iterators must find their place again after that: each
 * such move ends an `Era`, which remembers which places were taken away.
 */
export class EntryTable<K> {
  keys: K[] = [];
  /** Entries that have not been removed. */
  size: $int = 0;
  chain: $typed = $typedNew("i32", 4);
  buckets: $typed = $typedNew("i32", 4);
  index: $host | undefined = undefined;
  /** Only once there has been an iterator. */
  era: Era | undefined = undefined;
  /** After entries have moved together, where they were, for whoever has values for them to move those too. */
  moved: $typed | undefined = undefined;
  #hasValues: boolean;

  constructor(hasValues: boolean) {
    this.#hasValues = hasValues;
  }

  /** The entry of a key, -1 for none. */
  find(key: K): $int {
    if ($isNumber(key)) return this.findNumber($asNumber(key));
    else {
      const index = this.index;
      return $isUndefined(index) ? -1 : $js_index_get(index!, $toHost(key));
    }
  }

  /** The entry of a key. If it has none it is added as the last one; `moved` says whether others have moved for that. */
  insert(key: K): $int {
    if ($isNumber(key)) {
      const number = $asNumber(key);
      const found = this.findNumber(number);
      if (found >= 0) return found;
      if (this.keys.length === $typedLength("i32", this.chain)) this.#makeRoom();
      // Of the two zeros the positive one is kept.
      $arrayPush(this.keys, (number + 0) as K);
      const entry = this.keys.length - 1;
      this.#link(entry, number);
      this.size++;
      return entry;
    } else {
      if (this.keys.length === $typedLength("i32", this.chain)) this.#makeRoom();
      if ($isUndefined(this.index)) this.index = $js_index_new();
      const entry = this.keys.length;
      const found = $js_index_add(this.index!, $toHost(key), entry);
      if (found >= 0) return found;
      $arrayPush(this.keys, key);
      $typedSet("i32", this.chain, entry, 0);
      this.size++;
      return entry;
    }
  }

  /** Removes the entry of a key: which it was, -1 if there is none. */
  remove(key: K): $int {
    let entry = -1;
    if ($isNumber(key)) entry = this.#unlink($asNumber(key));
    else if (!$isUndefined(this.index)) entry = $js_index_remove(this.index!, $toHost(key));
    if (entry < 0) return -1;
    this.size--;
    if (this.size === 0) this.clear();
    else {
      $typedSet("i32", this.chain, entry, -1);
      $arraySet(this.keys, entry, $nothing());
    }
    return entry;
  }

  clear(): void {
    if (this.keys.length === 0) return;
    this.keys = [];
    this.size = 0;
    this.chain = $typedNew("i32", 4);
    this.buckets = $typedNew("i32", 4);
    this.index = undefined;
    if (!$isUndefined(this.era)) this.era = this.era!.end(undefined);
  }

  isRemoved(entry: $int): boolean {
    return $typedGet("i32", this.chain, entry) < 0;
  }

  findNumber(key: number): $int {
    const keys = this.keys;
    const chain = this.chain;
    const buckets = this.buckets;
    let at = $typedGet("i32", buckets, hashNumber(key) & ($typedLength("i32", buckets) - 1));
    while (at > 0) {
      const known = $asNumber($arrayGet(keys, at - 1));
      if (known === key || (known !== known && key !== key)) return at - 1;
      at = $typedGet("i32", chain, at - 1);
    }
    return -1;
  }

  /** Puts an entry at the front of its bucket. */
  #link(entry: $int, key: number): void {
    const chain = this.chain;
    const buckets = this.buckets;
    const bucket = hashNumber(key) & ($typedLength("i32", buckets) - 1);
    $typedSet("i32", chain, entry, $typedGet("i32", buckets, bucket));
    $typedSet("i32", buckets, bucket, entry + 1);
  }

  /** Takes the entry of a number out of its bucket; -1 if there is none. */
  #unlink(key: number): $int {
    const entry = this.findNumber(key);
    if (entry < 0) return -1;
    const chain = this.chain;
    const buckets = this.buckets;
    const bucket = hashNumber(key) & ($typedLength("i32", buckets) - 1);
    const next = $typedGet("i32", chain, entry);
    let at = $typedGet("i32", buckets, bucket);
    if (at === entry + 1) $typedSet("i32", buckets, bucket, next);
    else {
      while ($typedGet("i32", chain, at - 1) !== entry + 1) at = $typedGet("i32", chain, at - 1);
      $typedSet("i32", chain, at - 1, next);
    }
    return entry;
  }

  /** Lets another entry fit in: by moving entries together if half of the places are free, with twice the room otherwise. */
  #makeRoom(): void {
    const capacity = $typedLength("i32", this.chain);
    if (this.size * 2 <= capacity) {
      this.#moveTogether();
      this.#rebuild(capacity);
    } else this.#rebuild(capacity * 2);
  }

  #moveTogether(): void {
    const keys = this.keys;
    const era = this.era;
    const removed: number[] = [];
    const places = $typedNew("i32", this.#hasValues ? this.size : 0);
    let to = 0;
    for (let from = 0; from < keys.length; from++) {
      if (this.isRemoved(from)) {
        if (!$isUndefined(era)) $arrayPush(removed, from);
        continue;
      }
      const key = $arrayGet(keys, from);
      $arraySet(keys, to, key);
      if (this.#hasValues) $typedSet("i32", places, to, from);
      if (!$isNumber(key)) $js_index_set(this.index!, $toHost(key), to);
      to++;
    }
    $arraySetLength(keys, to);
    if (this.#hasValues) this.moved = places;
    if (!$isUndefined(era)) this.era = era!.end(removed);
    $typedFill("i32", this.chain, 0, 0, to);
  }

  /** Brings the entries of a table of numbers in their order, without those that have been removed. Gives the places where they were. */
  sort(): $typed {
    const sorted: number[] = $arrayNew(this.size);
    for (let i = 0; i < this.keys.length; i++) {
      if (!this.isRemoved(i)) $arrayPush(sorted, $asNumber($arrayGet(this.keys, i)));
    }
    sortRuns(sorted, compareNumbers);
    const places = $typedNew("i32", sorted.length);
    for (let i = 0; i < sorted.length; i++) $typedSet("i32", places, i, this.findNumber($arrayGet(sorted, i)));
    this.clear();
    for (let i = 0; i < sorted.length; i++) this.insert($arrayGet(sorted, i) as K);
    return places;
  }

  /** Hashes all number keys anew. */
  #rebuild(capacity: $int): void {
    const keys = this.keys;
    const grown = $typedNew("i32", capacity);
    $typedCopy("i32", grown, 0, this.chain, 0, keys.length);
    this.chain = grown;
    this.buckets = $typedNew("i32", capacity);
    for (let entry = 0; entry < keys.length; entry++) {
      if (this.isRemoved(entry)) continue;
      const key = $arrayGet(keys, entry);
      if ($isNumber(key)) this.#link(entry, $asNumber(key));
    }
  }
}

/** The time between two moves of a table's entries. */
export class Era {
  /** The era after it, once it has ended. */
  next: Era | undefined = undefined;
  /** Places that the move took away, in order; `undefined` if it took all. */
  removed: number[] | undefined = undefined;

  end(removed: number[] | undefined): Era {
    const next = new Era();
    this.next = next;
    this.removed = removed;
    return next;
  }
}

/** Iterates over the entries of a table, as they are at each step. The owner of the table may know more of them. */
export class EntryIterator<K, T, O = undefined> extends LibraryIterator<T> {
  ["@@table"]: EntryTable<K>;
  ["@@owner"]: O;
  /** Below zero once the end has been reached, which is for good. */
  #at: $int = 0;
  #era: Era;

  constructor(table: EntryTable<K>, owner: O) {
    super();
    this["@@table"] = table;
    this["@@owner"] = owner;
    if ($isUndefined(table.era)) table.era = new Era();
    this.#era = table.era!;
  }

  /** The next entry, -1 at the end. */
  ["@@advance"](): $int {
    const table = this["@@table"];
    let at = this.#at;
    if (at < 0) return -1;
    if (!$isUndefined(this.#era.next)) at = this.#findAgain(at);
    const count = table.keys.length;
    while (at < count && table.isRemoved(at)) at++;
    if (at < count) {
      this.#at = at + 1;
      return at;
    }
    this.#at = -1;
    return -1;
  }

  /** Where the entry is now that was at a place when this iterator last looked. */
  #findAgain(place: $int): $int {
    let at = place;
    let era = this.#era;
    while (!$isUndefined(era.next)) {
      const removed = era.removed;
      if ($isUndefined(removed)) at = 0;
      else {
        const places = removed!;
        let before = 0;
        while (before < places.length && $arrayGet(places, before) < at) before++;
        at -= before;
      }
      era = era.next!;
    }
    this.#era = era;
    return at;
  }
}

/** The keys of a table. */
export class KeyIterator<K> extends EntryIterator<K, K> {
  override step(): boolean {
    const entry = this["@@advance"]();
    if (entry < 0) return false;
    this.current = $arrayGet(this["@@table"].keys, entry);
    return true;
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
