import { Entries } from "./entries.ts";
import { EntryCursor } from "./entry-cursor.ts";
import { LibraryIterator } from "./iteration.ts";

/** What maps and sets are: keys in the order of their insertion. Maps keep a value for each. */
export class Keyed<K> {
  #entries: Entries;
  #numeric: boolean | undefined = undefined;
  /** Never there: only what keys can be that are no numbers. */
  declare ["@@sample"]: K;

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  get ["@@entries"](): Entries {
    return this.#entries;
  }

  /** The entry of a key, -1 for none. */
  ["@@find"](key: K): $int {
    if ($isNumber(key)) return this.#entries.findNumber($asNumber(key));
    else return this.#entries.findOther($toHost(key));
  }

  /** The entry of a key. If it has none it is added as the last one; `moved` says whether others have moved for that. */
  ["@@insert"](key: K): $int {
    $changed(this);
    if ($isNumber(key)) {
      this.#numeric = true;
      return this.#entries.insertNumber($asNumber(key));
    } else {
      if ($never()) this["@@sample"] = key;
      return this.#entries.insertOther($toHost(key));
    }
  }

  /** Removes the entry of a key: which it was, -1 if there is none. */
  ["@@remove"](key: K): $int {
    $changed(this);
    if ($isNumber(key)) return this.#entries.removeNumber($asNumber(key));
    else return this.#entries.removeOther($toHost(key));
  }

  /** The key of an entry that is there. */
  ["@@keyAt"](entry: $int): K {
    const entries = this.#entries;
    const numeric = this.#numeric;
    if (!$isUndefined(numeric)) {
      if (entries.isNumber(entry)) return $arrayGet(entries.numbers!, entry) as K;
    }
    return $fromHost($arrayGet(entries.others!, entry), this["@@sample"]);
  }
}

/** Iterates over the entries of a map or a set, which may know more of them than their keys. */
export class EntryIterator<O extends Keyed<unknown>, T> extends LibraryIterator<T> {
  ["@@owner"]: O;
  #cursor: EntryCursor;

  constructor(owner: O) {
    super();
    this["@@owner"] = owner;
    this.#cursor = new EntryCursor(owner["@@entries"]);
  }

  /** The next entry, -1 at the end. */
  ["@@advance"](): $int {
    return this.#cursor.advance();
  }
}

/** The keys of a map or a set. */
export class KeyIterator<K> extends EntryIterator<Keyed<K>, K> {
  override step(): boolean {
    const entry = this["@@advance"]();
    if (entry < 0) return false;
    this.current = this["@@owner"]["@@keyAt"](entry);
    return true;
  }
}
