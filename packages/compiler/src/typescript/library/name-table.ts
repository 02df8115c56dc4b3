import { integerOf } from "./integer-name.ts";
import { sortIntegers } from "./sort-integers.ts";

/** With up to as many entries, names are compared one by one; beyond that JavaScript's own hash table finds them. */
const SEARCHED = 8;

/** Names in order of insertion. Each has a place, under which whoever owns the table keeps its value. */
export class NameTable {
  /** `undefined` where one has been removed. */
  names: (string | undefined)[] = [];
  /** How many places are empty. */
  removed: $int = 0;
  #index: $host | undefined = undefined;
  /** Beside the index: places of names that are one ASCII character, by its code; one more than their number, 0 for none. */
  #characters: $typed | undefined = undefined;

  /** The place of a name, -1 for none. */
  find(name: string): $int {
    const index = this.#index;
    if (!$isUndefined(index)) {
      const code = characterOf(name);
      return code >= 0 ? $typedGet("i32", this.#characters!, code) - 1 : $js_index_get(index!, $toHost(name));
    }
    const names = this.names;
    for (let i = 0; i < names.length; i++) if ($stringEquals($asString($arrayGet(names, i)), name)) return i;
    return -1;
  }

  /** Adds a name that is not there yet, at the end. */
  add(name: string): void {
    $arrayPush(this.names, name);
    const count = this.names.length;
    if (!$isUndefined(this.#index)) this.#enter(name, count);
    else if (count > SEARCHED) this.#rebuild();
  }

  /** Removes a name. Whether its place stays, empty; else those behind it have moved up. */
  remove(at: $int, name: string): boolean {
    const names = this.names;
    const last = names.length - 1;
    if ($isUndefined(this.#index)) $arrayCopy(names, at, names, at + 1, last - at);
    else {
      const code = characterOf(name);
      if (code >= 0) $typedSet("i32", this.#characters!, code, 0);
      else $js_index_remove(this.#index!, $toHost(name));
      if (at < last) {
        $arraySet(names, at, undefined);
        this.removed++;
        return true;
      }
    }
    $arraySetLength(names, last);
    return false;
  }

  /** Takes empty places away. Gives the places that were not. */
  compact(): $typed {
    const names = this.names;
    const places = $typedNew("i32", names.length - this.removed);
    let count = 0;
    for (let i = 0; i < names.length; i++) {
      const name = $arrayGet(names, i);
      if ($isUndefined(name)) continue;
      $arraySet(names, count, name);
      $typedSet("i32", places, count, i);
      count++;
    }
    $arraySetLength(names, count);
    this.removed = 0;
    if (!$isUndefined(this.#index)) this.#rebuild();
    return places;
  }

  /** Brings integers to the front, from the lowest up. Gives the places where names were. None must be empty. */
  sort(): $typed {
    const names = this.names;
    const integers: number[] = [];
    for (let i = 0; i < names.length; i++) {
      const integer = integerOf($asString($arrayGet(names, i)));
      if (integer >= 0) $arrayPush(integers, integer);
    }
    sortIntegers(integers);
    const places = $typedNew("i32", names.length);
    for (let i = 0; i < integers.length; i++) {
      $typedSet("i32", places, i, this.find($js_number_toString($arrayGet(integers, i))));
    }
    let count = integers.length;
    for (let i = 0; i < names.length; i++) {
      if (integerOf($asString($arrayGet(names, i))) < 0) $typedSet("i32", places, count++, i);
    }
    const sorted: (string | undefined)[] = $arrayNew(names.length);
    for (let i = 0; i < count; i++) $arrayPush(sorted, $arrayGet(names, $typedGet("i32", places, i)));
    this.names = sorted;
    if (!$isUndefined(this.#index)) this.#rebuild();
    return places;
  }

  #rebuild(): void {
    this.#index = $js_index_new();
    this.#characters = $typedNew("i32", 128);
    const names = this.names;
    for (let i = 0; i < names.length; i++) this.#enter($asString($arrayGet(names, i)), i + 1);
  }

  /** Lets a name be found; `count` is one more than its place. */
  #enter(name: string, count: $int): void {
    const code = characterOf(name);
    if (code >= 0) $typedSet("i32", this.#characters!, code, count);
    else $js_index_set(this.#index!, $toHost(name), count - 1);
  }
}

/** The code of a name that is one ASCII character, -1 for others. */
function characterOf(name: string): $int {
  if (name.length !== 1) return -1;
  const code = $charCodeAt(name, 0);
  return code < 128 ? code : -1;
}
