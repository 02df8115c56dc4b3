import type { Border, Crossing } from "../border/index.ts";
import { classChain } from "../border/view-of.ts";
import type { Analysis } from "../analysis.ts";
import { keptApart } from "../context.ts";
import type { AbstractObject, InstanceObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import { objectsOf } from "../values/flow-node.ts";
import { HOST, UNDEFINED } from "../values/kinds.ts";

/**
 * A host that shows objects of the program wants to know which of them have changed, without comparing all of them. Those that it can come to have
 * a field of this name, in which the host puts a value of its own: the object is watched. The first change of a watched object takes the value out
 * and hands it to the host, so that an object that is changed a thousand times costs one call, and one that nobody watches costs none.
 */
export const WATCH_FIELD = "@@watch";

/** Classes of the library that say themselves what changes their objects, by `$changed`. */
const TELLING = new Set(["Map", "Set", "Dictionary"]);

/** Types whose objects can be watched: all that can be read of them is in the objects themselves, or in getters. */
const WATCHABLE = new Set(["array", "tuple", "object", "dictionary", "instance", "library"]);

/** Gives the objects that a host may watch the field for that. Arrays get theirs with their layout. */
export function addWatchFields(analysis: Analysis, shown: ReadonlySet<Crossing>): void {
  for (const crossing of shown) {
    const objects = objectsOf(crossing.own);
    if (!WATCHABLE.has(crossing.type.type) || objects.length === 0 || !objects.every(isWatchable)) continue;
    crossing.watched = true;
    for (const object of objects) {
      if (object.type !== "shape" && object.type !== "instance") continue;
      const owner = object.type === "instance" ? topmost(analysis, object) : object;
      analysis.solver.addKinds(analysis.field(owner, WATCH_FIELD), HOST | UNDEFINED);
    }
  }
  analysis.solver.solve();
}

/** The arrays that a host may watch. */
export function watchedArrays({ crossings }: Border): Extract<AbstractObject, { type: "array" }>[] {
  const watched = [...crossings.values()].filter((crossing) => crossing.watched);
  return watched.flatMap(({ own }) => objectsOf(own)).filter((object) => object.type === "array");
}

function isWatchable(object: AbstractObject): boolean {
  if (object.type !== "instance") return object.type === "array" || object.type === "shape";
  const ofLibrary = classChain(object.class).find(({ definition }) => definition.library);
  return !ofLibrary || TELLING.has(ofLibrary.definition.name);
}

/** Code of a class works on the objects of all classes that extend it: they have the field in one place. */
function topmost(analysis: Analysis, object: InstanceObject): InstanceObject {
  const base = object.class.base && canonical(object.class.base);
  return base?.instance && !keptApart(base) ? topmost(analysis, analysis.commonInstance(base)) : object;
}
