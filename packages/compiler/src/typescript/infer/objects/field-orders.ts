import type { KeyOrder, ShapeObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { objectsOf } from "../values/flow-node.ts";
import { UNDEFINED } from "../values/kinds.ts";
import { mayLack } from "./orders.ts";
import { isEnumerable, isIntegerName } from "../properties/property-keys.ts";

/**
 * JavaScript enumerates the properties of an object in the order in which they were added. All objects of one shape have their fields in
 * one order, which is that of their keys too, as long as the program only makes them so. Where it may do otherwise, and enumerates them,
 * they have a field of this name that holds the order as numbers of fields; without a value the order is the usual one.
 */
export const ORDER_FIELD = "@@order";

/** Names of an object's properties in the usual order: that of most literals, then what is only written later. */
export function usualOrder(object: ShapeObject): string[] {
  return [...orderOf(canonical(object), new Map())];
}

/** What is found for an object holds for all that it is spread into; in itself it adds nothing. */
function orderOf(object: ShapeObject, found: Map<ShapeObject, readonly string[]>): readonly string[] {
  const known = found.get(object);
  if (known) return known;
  found.set(object, []);
  const usual: string[] = [];
  for (const order of object.orders) insert(usual, expand(order, found));
  for (const name of object.fields.keys()) if (isEnumerable(name) && !usual.includes(name)) usual.push(name);
  found.set(object, usual);
  return usual;
}

/** The names that a literal gives, as far as that is known. */
export function expandOrder(order: KeyOrder): string[] {
  return expand(order, new Map());
}

function expand(order: KeyOrder, found: Map<ShapeObject, readonly string[]>): string[] {
  const names = new Set<string>();
  for (const key of order) {
    if (typeof key === "string") names.add(key);
    else {
      for (const object of objectsOf(key)) {
        if (object.type === "shape") for (const name of orderOf(object, found)) names.add(name);
        if (object.type === "instance")
          for (const name of object.fields.keys()) if (isEnumerable(name)) names.add(name);
      }
    }
  }
  return [...names];
}

/** Adds names to an order: each behind the one before it, or else in front of the next one, that is known already. */
function insert(usual: string[], names: readonly string[]): void {
  let at: number | undefined;
  let waiting: string[] = [];
  for (const name of names) {
    const known = usual.indexOf(name);
    if (known < 0 && at === undefined) waiting.push(name);
    else if (known < 0) usual.splice(at!++, 0, name);
    else if (at === undefined) {
      usual.splice(known, 0, ...waiting);
      at = known + waiting.length + 1;
      waiting = [];
    } else if (known >= at) at = known + 1;
  }
  usual.push(...waiting);
}

/** Whether objects with these keys in this order have them in the usual order. Integers come first in any case. */
function isUsual(usual: readonly string[], names: readonly string[]): boolean {
  const places = names.filter((name) => !isIntegerName(name)).map((name) => usual.indexOf(name));
  return places.every((place, index) => index === 0 || place > places[index - 1]!);
}

/** Gives the objects that need it a field for the order of their properties. */
export function addOrderFields(analysis: Analysis): void {
  for (const object of Array.from(analysis.objects)) {
    if (object.type !== "shape" || object.merged || !object.dynamic || !canDiffer(object)) continue;
    const field = analysis.field(object, ORDER_FIELD);
    analysis.solver.addObject(field, analysis.typed.of("i16"));
    analysis.solver.addKinds(field, UNDEFINED);
  }
  analysis.solver.solve();
}

function canDiffer(object: ShapeObject): boolean {
  const usual = usualOrder(object);
  if (object.orders.some((order) => !isUsual(usual, expandOrder(order)))) return true;
  const spreads = object.orders.some((order) => order.some((key) => typeof key !== "string"));
  return usual.some(
    (name, index) => index + 1 < usual.length && mayLack(object, name) && (spreads || object.added.has(name)),
  );
}
