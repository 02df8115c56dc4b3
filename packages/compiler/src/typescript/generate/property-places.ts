import type { FlowNode, InstanceObject, ShapeObject } from "../infer/index.ts";
import { getterName, isEnumerable } from "../infer/index.ts";
import type { Layouts } from "./layouts.ts";

/** An own enumerable property and the field that it lies in. */
export interface PropertyPlace {
  name: string;
  index: number;
  node: FlowNode;
  /** The field holds the property's getter. */
  getter: boolean;
}

/** Own enumerable properties of an object with fields, in the order in which JavaScript enumerates them. */
export function propertyPlaces(layouts: Layouts, object: InstanceObject | ShapeObject): PropertyPlace[] {
  const places = layouts.fields(object).flatMap(({ name, index, node }): PropertyPlace[] => {
    const getter = getterName(name);
    if (getter !== undefined) return [{ name: getter, index, node, getter: true }];
    return isEnumerable(name) ? [{ name, index, node, getter: false }] : [];
  });
  const order = object.type === "shape" ? (object.orders[0] ?? []) : [];
  const rank = (name: string): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  const isInteger = (name: string): boolean => String(Number(name) >>> 0) === name && name !== "4294967295";
  const integers = places.filter(({ name }) => isInteger(name)).sort((a, b) => Number(a.name) - Number(b.name));
  const others = places.filter(({ name }) => !isInteger(name)).sort((a, b) => rank(a.name) - rank(b.name));
  return [...integers, ...others];
}
