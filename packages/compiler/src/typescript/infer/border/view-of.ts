import type { BorderField, BorderType, DeclaredTypes } from "../../ir/index.ts";
import type { AbstractObject, ClassObject, InstanceObject, ShapeObject } from "../values/abstract-object.ts";
import { mergeFunctions } from "./merge-functions.ts";
import { canonical } from "../values/abstract-object.ts";
import { namesOf } from "../objects/orders.ts";
import { isEnumerable } from "../properties/property-keys.ts";

/** The members of a union, and of unions in it; the type itself if it is none. */
export function membersOf(type: BorderType): readonly BorderType[] {
  return type.type === "union" ? type.members.flatMap(membersOf) : [type];
}

/** What is declared, and the types of what is not. */
interface Views {
  declared: DeclaredTypes;
  anything: BorderType;
  /** Errors of the library's classes. */
  error: BorderType;
  /** A type that goes with another. */
  derived(of: BorderType, key: string, make: () => BorderType): BorderType;
}

/** How JavaScript sees an object that leaves the program as a type: as the member of the type that it is, or as what it was declared to be. */
export function viewOf(object: AbstractObject, type: BorderType, views: Views): BorderType {
  const { declared, anything, error } = views;
  const members = membersOf(type);
  const find = (...kinds: BorderType["type"][]): BorderType | undefined =>
    members.find((member) => kinds.includes(member.type));
  switch (object.type) {
    case "array": {
      const member = find("array", "tuple", "iterable");
      if (member?.type === "iterable") return { type: "array", element: member.element, readonly: true };
      return member ?? { type: "array", element: anything, readonly: false };
    }
    case "function":
      return functionOf(type, members, views) ?? declared.ofFunction(object.function) ?? anyFunction(anything);
    case "hostFunction":
      return object.border;
    case "shape":
      return (
        (find("object") ? undefined : members.find(isIterable)) ?? viewOfShape(object, members, declared, anything)
      );
    case "instance":
      return (
        viewOfInstance(object, members, declared, anything) ??
        (isError(object)
          ? error
          : { type: "library", name: object.class.definition.name, arguments: [anything, anything] })
      );
    case "class":
      return find("class") ?? { type: "opaque" };
    case "typed":
      return { type: "opaque" };
  }
}

/** The functions of a type. */
function functionOf(type: BorderType, members: readonly BorderType[], views: Views): BorderType | undefined {
  const functions = members.filter((member) => member.type === "function");
  return functions.length > 1 ? views.derived(type, "function", () => mergeFunctions(functions)) : functions[0];
}

/** A function that takes anything and gives anything. */
export function anyFunction(anything: BorderType): BorderType {
  const parameter = {
    name: "args",
    type: { type: "array" as const, element: anything, readonly: false },
    optional: false,
    rest: true,
  };
  return { type: "function", parameters: [parameter], result: anything, async: false, fields: [] };
}

function viewOfShape(
  object: ShapeObject,
  members: readonly BorderType[],
  declared: DeclaredTypes,
  anything: BorderType,
): BorderType {
  const objects = members.filter((member) => member.type === "object");
  const covering = objects.filter((member) => covers(member, object));
  const own = covering.find(({ shape }) => shape === object.shape) ?? covering[0];
  if (own) return own;
  const type = declared.ofShape(object.shape);
  // What `{}` is declared to be says nothing of what it becomes.
  if (type?.type === "object" && type.fields.length > 0 && covers(type, object)) return type;
  const nearest = objects.find(({ shape }) => shape === object.shape) ?? objects[0] ?? type;
  return {
    type: "object",
    shape: object.shape,
    fields: [...(nearest?.type === "object" ? nearest.fields : []), ...anyFields(object, nearest, anything)],
  };
}

/** Whether a type names all that an object has. */
function covers(type: BorderType, object: ShapeObject): boolean {
  return namesOf(object)
    .filter(isEnumerable)
    .every((name) => hasField(type, name));
}

/** Whether a type has a field of a name. */
export function hasField(type: BorderType | undefined, wanted: string): boolean {
  return type?.type === "object" && type.fields.some(({ name }) => name === wanted);
}

/** The properties that a type does not name. */
function anyFields(object: ShapeObject, type: BorderType | undefined, anything: BorderType): BorderField[] {
  return namesOf(object)
    .filter(isEnumerable)
    .filter((name) => !hasField(type, name))
    .map((name) => anyField(name, anything));
}

/** A property of which only the name is known. */
export function anyField(name: string, anything: BorderType): BorderField {
  return { name, type: anything, optional: true, readonly: true, values: undefined };
}

function viewOfInstance(
  object: InstanceObject,
  members: readonly BorderType[],
  declared: DeclaredTypes,
  anything: BorderType,
): BorderType | undefined {
  const { definition } = object.class;
  if (!definition.library) {
    const own = members.find((member) => member.type === "instance" && member.class === definition);
    return own ?? declared.ofClass(definition) ?? { type: "instance", class: definition, arguments: [], members: [] };
  }
  for (const { definition: each } of classChain(object.class)) {
    const own = members.find((member) => member.type === "library" && member.name === each.name);
    if (own) return own;
  }
  if (definition.name === "Dictionary") {
    const own = members.find((member) => member.type === "dictionary");
    const shape = { name: "", declared: [], dictionary: true };
    return own ?? { type: "dictionary", shape, value: anything };
  }
  return members.find(isIterable);
}

function isIterable(type: BorderType): boolean {
  return type.type === "iterable" || (type.type === "library" && type.name === "AsyncIterable");
}

/** Whether an object is an instance of the library's `Error`, or of a class that extends it. */
export function isError(object: AbstractObject): boolean {
  return (
    object.type === "instance" &&
    classChain(object.class).some(({ definition }) => definition.library && definition.name === "Error")
  );
}

/** A class and those that it extends. */
export function classChain(object: ClassObject): ClassObject[] {
  const chain: ClassObject[] = [];
  for (let at: ClassObject | undefined = object; at; at = at.base && canonical(at.base)) chain.push(at);
  return chain;
}
