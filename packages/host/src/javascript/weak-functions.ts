import type { JavascriptFunctions } from "./javascript-function.ts";
import { uncurry } from "./uncurry.ts";

type Values = WeakMap<object, unknown>;
const ValueMap = WeakMap;
const Reference = WeakRef;
const get = uncurry<Values, [key: object], unknown>(WeakMap.prototype.get);
const set = uncurry<Values, [key: object, value: unknown], Values>(WeakMap.prototype.set);
const has = uncurry<Values, [key: object], boolean>(WeakMap.prototype.has);
const remove = uncurry<Values, [key: object], boolean>(WeakMap.prototype.delete);
const deref = uncurry<WeakRef<object>, [], object | undefined>(WeakRef.prototype.deref);

/** A weak map of the guest; private fields refuse any other object. */
class WeakTable {
  readonly #values: Values = new ValueMap();

  static get(table: WeakTable, key: object): unknown {
    return get(table.#values, key) ?? null;
  }

  static set(table: WeakTable, key: object, value: unknown): void {
    set(table.#values, key, value);
  }

  static has(table: WeakTable, key: object): boolean {
    return has(table.#values, key);
  }

  static delete(table: WeakTable, key: object): boolean {
    return remove(table.#values, key);
  }
}

/** A weak reference of the guest. */
class WeakHandle {
  readonly #reference: WeakRef<object>;

  constructor(target: object) {
    this.#reference = new Reference(target);
  }

  static get(handle: WeakHandle): object | null {
    return deref(handle.#reference) ?? null;
  }
}

/** Weak maps and weak references. */
export function createWeakFunctions(): JavascriptFunctions {
  return {
    weak_new: () => new WeakTable(),
    weak_get: WeakTable.get,
    weak_set: WeakTable.set,
    weak_has: WeakTable.has,
    weak_delete: WeakTable.delete,
    weakReference_new: (target: object) => new WeakHandle(target),
    weakReference_get: WeakHandle.get,
  };
}
