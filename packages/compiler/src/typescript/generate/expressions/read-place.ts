import { structGet } from "../../../wasm/index.ts";
import { kindsOf, objectsOf } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { FieldsObject } from "../object-functions.ts";
import type { PropertyPlace } from "../property-places.ts";
import { callFunctionValue } from "./call-value.ts";

/** The value of a property. `key` names what it calls where it has a getter, and the place of what that gives. */
export function readPlace(
  f: FunctionGenerator,
  target: FieldsObject,
  place: PropertyPlace,
  object: Value,
  key: string,
): Value {
  const struct = f.program.layouts.struct(target);
  const field = f.valueOf(structGet(struct, place.index, object.code), place.node);
  if (!place.getter) return field;
  const result = f.program.analysis.place(f.generated.instance, key);
  const wanted = f.representationOf(result);
  const code = callFunctionValue(f, {
    key,
    callee: field,
    objects: objectsOf(place.node),
    receiver: object,
    arguments: [],
    wanted,
    name: place.name,
  });
  return { code, representation: wanted, kinds: kindsOf(result) };
}
