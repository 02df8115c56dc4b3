import type { Instruction } from "../../wasm/index.ts";
import { i32, i64, op, structGet } from "../../wasm/index.ts";
import type { FlowNode } from "../infer/index.ts";
import { getterName, isEnumerable, isIntegerName, mayLack, usualOrder } from "../infer/index.ts";
import type { Layouts } from "./layouts.ts";
import type { FieldsObject } from "./object-functions.ts";
import { UNDEFINED_BITS, UNDEFINED_BOOLEAN, UNDEFINED_CHARACTER } from "./representation.ts";

/** An own enumerable property and the field that it lies in. */
export interface PropertyPlace {
  name: string;
  index: number;
  node: FlowNode;
  /** The field holds the property's getter. */
  getter: boolean;
}

/** Own enumerable properties of an object with fields, in the order in which JavaScript enumerates them. */
export function propertyPlaces(layouts: Layouts, object: FieldsObject): PropertyPlace[] {
  const places = layouts.fields(object).flatMap(({ name, index, node }): PropertyPlace[] => {
    const getter = getterName(name);
    if (getter !== undefined) return [{ name: getter, index, node, getter: true }];
    return isEnumerable(name) ? [{ name, index, node, getter: false }] : [];
  });
  const order = object.type === "shape" ? usualOrder(object) : places.map(({ name }) => name);
  const integers = places
    .filter(({ name }) => isIntegerName(name))
    .sort((first, second) => Number(first.name) - Number(second.name));
  const others = places
    .filter(({ name }) => !isIntegerName(name))
    .sort((first, second) => order.indexOf(first.name) - order.indexOf(second.name));
  return [...integers, ...others];
}

/** Whether an object has the property: 1 or 0. A property that it may lack is there if its field has a value. */
export function isPlacePresent(
  layouts: Layouts,
  object: FieldsObject,
  place: PropertyPlace,
  self: () => Instruction,
): Instruction {
  if (place.getter || !mayLack(object, place.name)) return i32(1);
  const value = structGet(layouts.struct(object), place.index, self());
  switch (layouts.of(place.node).type) {
    case "number":
      return op("i64.ne", op("i64.reinterpret_f64", value), i64(UNDEFINED_BITS));
    case "boolean":
      return op("i32.ne", value, i32(UNDEFINED_BOOLEAN));
    case "character":
      return op("i32.ne", value, i32(UNDEFINED_CHARACTER));
    case "extern":
    case "reference":
    case "any":
      return op("i32.eqz", op("ref.is_null", value));
    default:
      return i32(1);
  }
}
