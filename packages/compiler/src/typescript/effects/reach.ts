import type { AbstractObject } from "../infer/index.ts";
import { partsOf } from "./old-objects.ts";

/** What can be reached from objects, found out once for each. Nothing changes what leads where once a program has been analysed. */
export class Reach {
  #next = new Map<AbstractObject, ReadonlySet<AbstractObject>>();
  #reached = new Map<AbstractObject, ReadonlySet<AbstractObject>>();

  /** An object, and whatever it leads to. */
  of(object: AbstractObject): ReadonlySet<AbstractObject> {
    let reached = this.#reached.get(object);
    if (!reached) this.#reached.set(object, (reached = this.#follow(object)));
    return reached;
  }

  /** Sets that together have all that the objects lead to. */
  ofAll(objects: Iterable<AbstractObject>): readonly ReadonlySet<AbstractObject>[] {
    const sets: ReadonlySet<AbstractObject>[] = [];
    for (const object of objects) if (!sets.some((set) => set.has(object))) sets.push(this.of(object));
    return sets;
  }

  #follow(object: AbstractObject): ReadonlySet<AbstractObject> {
    const reached = new Set([object]);
    // A set gives what is added while it is gone through, too.
    for (const each of reached) {
      let next = this.#next.get(each);
      if (!next) this.#next.set(each, (next = partsOf([each])));
      for (const part of next) reached.add(part);
    }
    return reached;
  }
}
