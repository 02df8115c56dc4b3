import type { AbstractObject } from "../infer/index.ts";
import { isDictionary } from "../infer/index.ts";

/** The name of an object's constructor, as messages of V8 have it. */
export function classNameOf(object: AbstractObject): string {
  if (object.type === "array") return "Array";
  return object.type === "instance" && !isDictionary(object) ? object.class.definition.name : "Object";
}
