import type { Instruction } from "../../wasm/index.ts";
import { i32, i64, op, structGet, structSet } from "../../wasm/index.ts";
import type { AbstractObject, FlowNode, Kinds } from "../infer/index.ts";
import {
  MORE_FIELD,
  UNDEFINED,
  canonical,
  getterName,
  givenField,
  hasSymbolAsKey,
  isEnumerable,
  isIntegerName,
  mayLack,
  usualOrder,
} from "../infer/index.ts";
import type { Layouts } from "./layouts.ts";
import type { FieldsObject } from "./object-functions.ts";
import type { Representation } from "./representation.ts";
import { UNDEFINED_BITS, UNDEFINED_BOOLEAN, UNDEFINED_CHARACTER } from "./representation.ts";

/** An own enumerable property and the field that it lies in. */
export interface PropertyPlace {
  name: string;
  index: number;
  node: FlowNode;
  /** The field holds the property's getter. */
  getter: boolean;
}

/** Own properties of an object with fields whose keys are symbols. */
export function symbolPlaces(layouts: Layouts, object: FieldsObject): PropertyPlace[] {
  return allPlaces(layouts, object).filter(({ name }) => hasSymbolAsKey(name));
}

/** The field of an object for properties that it has no field for, if it can be given some. */
export function moreField(layouts: Layouts, object: AbstractObject): ReturnType<Layouts["field"]> {
  return object.type === "instance" || object.type === "shape" ? layouts.field(object, MORE_FIELD) : undefined;
}

function allPlaces(layouts: Layouts, object: FieldsObject): PropertyPlace[] {
  // Structs of classes have room for all that objects of a class which they extend are given.
  const { fields } = canonical(object);
  return layouts.fields(object).flatMap(({ name, index, node }): PropertyPlace[] => {
    const getter = getterName(name);
    return fields.has(name) ? [{ name: getter ?? name, index, node, getter: getter !== undefined }] : [];
  });
}

/** Own enumerable properties of an object with fields that have names, in the order in which JavaScript enumerates them. */
export function propertyPlaces(layouts: Layouts, object: FieldsObject): PropertyPlace[] {
  const places = allPlaces(layouts, object).filter(({ name }) => isEnumerable(name));
  const order = object.type === "shape" ? usualOrder(object) : places.map(({ name }) => name);
  const integers = places
    .filter(({ name }) => isIntegerName(name))
    .sort((first, second) => Number(first.name) - Number(second.name));
  const others = places
    .filter(({ name }) => !isIntegerName(name))
    .sort((first, second) => order.indexOf(first.name) - order.indexOf(second.name));
  return [...integers, ...others];
}

/** Whether an object has the property: 1 or 0. One that it may lack is there if its field has a value or it was set to `undefined`. */
export function isPlacePresent(
  layouts: Layouts,
  object: FieldsObject,
  place: PropertyPlace,
  self: () => Instruction,
): Instruction {
  if (place.getter || !mayLack(object, place.name)) return i32(1);
  const struct = layouts.struct(object);
  const value = hasValue(layouts.of(place.node), structGet(struct, place.index, self()));
  const given = layouts.field(object, givenField(place.name));
  return given ? op("i32.or", value, op("i32.eq", structGet(struct, given.index, self()), i32(1))) : value;
}

/** Notes that a property is written, if its value may be `undefined` and the object may lack it. */
export function markGiven(
  layouts: Layouts,
  object: FieldsObject,
  name: string,
  self: () => Instruction,
  kinds: Kinds,
): Instruction[] {
  const given = kinds & UNDEFINED ? layouts.field(object, givenField(name)) : undefined;
  return given ? [structSet(layouts.struct(object), given.index, self(), i32(1))] : [];
}

function hasValue(held: Representation, value: Instruction): Instruction {
  switch (held.type) {
    case "number":
      return op("i64.ne", op("i64.reinterpret_f64", value), i64(UNDEFINED_BITS));
    case "boolean":
      return op("i32.ne", value, i32(UNDEFINED_BOOLEAN));
    case "character":
      return op("i32.ne", value, i32(UNDEFINED_CHARACTER));
    case "extern":
    case "bigint":
    case "reference":
    case "any":
      return op("i32.eqz", op("ref.is_null", value));
    default:
      return i32(1);
  }
}
