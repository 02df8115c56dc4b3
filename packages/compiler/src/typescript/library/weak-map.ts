import { TypeError } from "./error.ts";
import { isObjectLike } from "./primitive.ts";
import { throwUncloneable } from "./structured-clone.ts";
import { describeValue } from "./text.ts";

/** `WeakMap`, over JavaScript's own: it forgets what nobody else remembers. */
export class WeakMap<K, V> {
  #table: $host = $js_weak_new();
  /** What values can be; nothing is kept here. */
  declare ["@@sample"]: V;

  constructor(entries?: Iterable<readonly [K, V]> | null) {
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
    throw new TypeError("Constructor WeakMap requires 'new'");
  }

  /** Refuses to be copied by `structuredClone`. */
  ["@@clone"](): never {
    return throwUncloneable("#<WeakMap>");
  }

  get ["@@toStringTag"](): string {
    return "WeakMap";
  }

  delete(key: K): boolean {
    return isObjectLike(key) && $js_weak_delete(this.#table, $toHost(key));
  }

  get(key: K): V | undefined {
    if (!isObjectLike(key)) return undefined;
    const value = $js_weak_get(this.#table, $toHost(key));
    if ($isUndefined(value)) return undefined;
    else return $fromHost<V>(value!, this["@@sample"]);
  }

  has(key: K): boolean {
    return isObjectLike(key) && $js_weak_has(this.#table, $toHost(key));
  }

  set(key: K, value: V): this {
    if (!isObjectLike(key)) throw new TypeError("Invalid value used as weak map key");
    $js_weak_set(this.#table, $toHost(key), $toHost(value));
    if ($never()) this["@@sample"] = value;
    return this;
  }
}
