import type { Analysis } from "../analysis.ts";
import type { AbstractObject, ShapeObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { kindsOf } from "../values/flow-node.ts";
import { BOOLEAN, UNDEFINED } from "../values/kinds.ts";
import { isCopied } from "../properties/property-keys.ts";
import { mayLack } from "./orders.ts";

/**
 * A property that an object may lack is there if its field has a value. That is wrong of one that is set to `undefined`: where the
 * program may do so and asks for the property, another field says `true` once it has been done. It means nothing besides a value.
 */
export function givenField(name: string): string {
  return `@@given ${name}`;
}

/** Something that puts a value into a property. */
export interface PropertyWrite {
  /** The property, or `undefined` for any of them. */
  name: string | undefined;
  value: FlowNode;
  /** The object that a spread takes the property from, which may lack it: then nothing is written. */
  from: AbstractObject | undefined;
}

/** Notes that a property is written. */
export function noteGiven(
  object: AbstractObject,
  name: string | undefined,
  value: FlowNode,
  from?: AbstractObject,
): void {
  const target = canonical(object);
  if (target.type === "shape") target.writes.push({ name, value, from });
}

/** Gives the objects that need it fields that say which of their properties are set to `undefined`. */
export function addGivenFields(analysis: Analysis): void {
  for (const object of Array.from(analysis.objects)) {
    if (object.type !== "shape" || object.merged) continue;
    for (const name of Array.from(object.fields.keys())) {
      if (!isCopied(name) || !(object.dynamic || object.soughtNames.has(name))) continue;
      if (!mayLack(object, name) || !mayBeUndefined(object, name, new Set())) continue;
      analysis.solver.addKinds(analysis.field(object, givenField(name)), BOOLEAN | UNDEFINED);
    }
  }
  analysis.solver.solve();
}

/** Whether `undefined` may be written to a property. Objects that are spread into each other are looked at once. */
function mayBeUndefined(object: ShapeObject, name: string, seen: Set<ShapeObject>): boolean {
  if (seen.has(object)) return false;
  seen.add(object);
  return object.writes.some((write) => {
    if (write.name !== undefined && write.name !== name) return false;
    if ((kindsOf(write.value) & UNDEFINED) === 0) return false;
    const from = write.from && canonical(write.from);
    return from?.type === "shape" && mayLack(from, name) ? mayBeUndefined(from, name, seen) : true;
  });
}
