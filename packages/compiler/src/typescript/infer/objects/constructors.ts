import type { AbstractObject, ClassObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import type { Kinds } from "../values/kinds.ts";
import { libraryClass } from "../values/library-values.ts";
import { primitiveClassOf } from "../properties/primitive-classes.ts";
import { builtinClassOf, hasField, isDictionary } from "../properties/properties.ts";

/** The class that `value.constructor` is, of values that have no property of that name themselves. */
export function constructorOf(analysis: Analysis, on: AbstractObject | Kinds): ClassObject | undefined {
  if (typeof on === "number") {
    const name = primitiveClassOf(on);
    return name === undefined ? undefined : libraryClass(analysis, name);
  }
  const isInstance = on.type === "instance" && !isDictionary(on);
  const constructed = isInstance ? canonical(on.class) : libraryClass(analysis, builtinClassOf(on));
  return hasField(on, "constructor") ? undefined : constructed;
}
