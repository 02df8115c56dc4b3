import { TypeError } from "./error.ts";
import { isObjectLike } from "./primitive.ts";
import { throwUncloneable } from "./structured-clone.ts";

/** `WeakSet`, over JavaScript's own weak maps. */
export class WeakSet<T> {
  #table: $host = $js_weak_new();

  constructor(values?: Iterable<T> | null) {
    if ($isUndefined(values)) return;
    else if ($isNull(values)) return;
    else for (const value of values!) this.add(value);
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor WeakSet requires 'new'");
  }

  /** Refuses to be copied by `structuredClone`. */
  ["@@clone"](): never {
    return throwUncloneable("#<WeakSet>");
  }

  get ["@@toStringTag"](): string {
    return "WeakSet";
  }

  add(value: T): this {
    if (!isObjectLike(value)) throw new TypeError("Invalid value used in weak set");
    const object = $toHost(value);
    $js_weak_set(this.#table, object, object);
    return this;
  }

  delete(value: T): boolean {
    return isObjectLike(value) && $js_weak_delete(this.#table, $toHost(value));
  }

  has(value: T): boolean {
    return isObjectLike(value) && $js_weak_has(this.#table, $toHost(value));
  }
}
