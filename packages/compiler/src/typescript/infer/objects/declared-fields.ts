import type { AbstractObject, ClassObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";

/** Whether a class declares a static field, itself or along the chain of base classes. */
export function hasStaticField(classObject: ClassObject, name: string): boolean {
  for (let at: ClassObject | undefined = classObject; at; at = at.base && canonical(at.base)) {
    if (at.definition.staticFields.includes(name)) return true;
  }
  return false;
}

/** Whether a class or one that it extends declares a field, which instances have from the start. */
export function declaresField(classObject: ClassObject, name: string): boolean {
  for (let at: ClassObject | undefined = classObject; at; at = at.base && canonical(at.base)) {
    if (at.definition.fields.includes(name)) return true;
  }
  return false;
}

/** Whether a name is private and the object is of a class that does not declare it as a field. */
export function isForeignPrivate(object: AbstractObject, name: string): boolean {
  if (!name.startsWith("@@#")) return false;
  return object.type === "shape" || (object.type === "instance" && !declaresField(object.class, name));
}

/** Names of the fields that a class and those that it extends declare, in the order in which instances get them. */
export function declaredFields(classObject: ClassObject): string[] {
  const base = classObject.base && canonical(classObject.base);
  return [...(base ? declaredFields(base) : []), ...classObject.definition.fields];
}
