import type { AbstractObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import { Condition } from "../values/condition.ts";

const MUTATORS: ReadonlySet<string> = new Set([
  "copyWithin",
  "fill",
  "pop",
  "push",
  "reverse",
  "shift",
  "sort",
  "splice",
  "unshift",
]);

/** Whether an array's method changes it. */
export function isMutator(name: string): boolean {
  return MUTATORS.has(name);
}

/** Which objects may be frozen, sealed or closed, so that writing to them has to be looked at. */
export class RestrictedObjects {
  /** Some object may be. */
  readonly any: Condition = new Condition();
  #objects = new Set<AbstractObject>();

  add(object: AbstractObject): void {
    this.#objects.add(object);
    this.any.note();
  }

  /** Whether the object may be; for questions after the analysis. */
  has(object: AbstractObject): boolean {
    const target = canonical(object);
    for (const each of this.#objects) if (canonical(each) === target) return true;
    return false;
  }
}
