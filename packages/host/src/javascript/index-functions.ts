import type { JavascriptFunctions } from "./javascript-function.ts";
import { uncurry } from "./uncurry.ts";

type Slots = Map<unknown, number>;
const SlotMap = Map;
const get = uncurry<Slots, [key: unknown], number | undefined>(Map.prototype.get);
const set = uncurry<Slots, [key: unknown, slot: number], Slots>(Map.prototype.set);
const remove = uncurry<Slots, [key: unknown], boolean>(Map.prototype.delete);
const clear = uncurry<Slots, [], void>(Map.prototype.clear);

/** Where the guest's maps and sets keep the entry of each key that is no number. Private fields refuse any other object. */
class Index {
  readonly #slots: Slots = new SlotMap();

  static get(index: Index, key: unknown): number {
    return get(index.#slots, key) ?? -1;
  }

  static add(index: Index, key: unknown, slot: number): number {
    const known = get(index.#slots, key);
    if (known !== undefined) return known;
    set(index.#slots, key, slot);
    return -1;
  }

  static set(index: Index, key: unknown, slot: number): void {
    set(index.#slots, key, slot);
  }

  static remove(index: Index, key: unknown): number {
    const slot = get(index.#slots, key);
    if (slot === undefined) return -1;
    remove(index.#slots, key);
    return slot;
  }

  static clear(index: Index): void {
    clear(index.#slots);
  }
}

/** Indexes from any key to the number of an entry, -1 for none. `add` and `remove` give the entry that was there. */
export function createIndexFunctions(): JavascriptFunctions {
  return {
    index_new: () => new Index(),
    index_get: Index.get,
    index_add: Index.add,
    index_set: Index.set,
    index_remove: Index.remove,
    index_clear: Index.clear,
  };
}
