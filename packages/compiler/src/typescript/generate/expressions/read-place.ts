import { structGet } from "../../../wasm/index.ts";
import { kindsOf, objectsOf } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { FieldsObject } from "../object-functions.ts";
import type { PropertyPlace } from "../property-places.ts";
import { callFunctionValue } from "./call-value.ts";
import type { Site } from "../../infer/index.ts";

/** The value of a property. At `site` it calls its getter, if it has one. */
export function readPlace(
  f: FunctionGenerator,
  target: FieldsObject,
  place: PropertyPlace,
  object: Value,
  site: Site,
): Value {
  const struct = f.program.layouts.struct(target);
  const field = f.valueOf(structGet(struct, place.index, object.code), place.node);
  if (!place.getter) return field;
  const result = f.program.analysis.place(f.generated.instance, site);
  const wanted = f.representationOf(result);
  const code = callFunctionValue(f, {
    site,
    callee: field,
    objects: objectsOf(place.node),
    receiver: object,
    arguments: [],
    wanted,
    name: place.name,
  });
  return { code, representation: wanted, kinds: kindsOf(result) };
}
