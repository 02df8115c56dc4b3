import { TypeError } from "./error.ts";
import { isObjectLike } from "./primitive.ts";
import { throwUncloneable } from "./structured-clone.ts";

/** `WeakRef`, over JavaScript's own. */
export class WeakRef<T> {
  #reference: $host;
  /** What the object can be; nothing is kept here. */
  declare ["@@sample"]: T;

  constructor(target: T) {
    if (!isObjectLike(target)) throw new TypeError("Invalid value used as WeakRef target");
    this.#reference = $js_weakReference_new($toHost(target));
    if ($never()) this["@@sample"] = target;
  }

  static ["@@call"](): never {
    throw new TypeError("Constructor WeakRef requires 'new'");
  }

  /** Refuses to be copied by `structuredClone`. */
  ["@@clone"](): never {
    return throwUncloneable("#<WeakRef>");
  }

  get ["@@toStringTag"](): string {
    return "WeakRef";
  }

  deref(): T | undefined {
    const target = $js_weakReference_get(this.#reference);
    if ($isUndefined(target)) return undefined;
    else return $fromHost<T>(target!, this["@@sample"]);
  }
}
