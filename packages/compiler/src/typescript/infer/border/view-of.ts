import type { BorderField, BorderType, DeclaredTypes } from "../../ir/index.ts";
import type { AbstractObject, ClassObject, InstanceObject, ShapeObject } from "../values/abstract-object.ts";
import { mergeFunctions } from "./merge-functions.ts";
import { mergeDictionaries, mergeInstances, mergeLibraryTypes, mergeLists, mergeObjects } from "./merge-types.ts";
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
      const lists = only(members, "array", "tuple", "iterable");
      const member = oneOf(type, lists, mergeLists, views);
      if (member?.type === "iterable") return { type: "array", element: member.element, readonly: true };
      return member ?? { type: "array", element: anything, readonly: false };
    }
    case "function":
      return functionOf(type, members, views) ?? declared.ofFunction(object.function) ?? anyFunction(anything);
    case "hostFunction":
      return object.border;
    case "shape":
      return (
        find("controller") ??
        (find("object") ? undefined : members.find(isIterable)) ??
        viewOfShape(object, type, members, views)
      );
    case "instance":
      return (
        viewOfInstance(object, type, members, views) ??
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

function viewOfShape(object: ShapeObject, type: BorderType, members: readonly BorderType[], views: Views): BorderType {
  const { declared, anything } = views;
  const objects = only(members, "object");
  const covering = objects.filter((member) => covers(member, object));
  const complete = covering.filter((member) => isComplete(object, member));
  const own =
    covering.find(({ shape }) => shape === object.shape) ??
    oneOf(type, complete.length > 0 ? complete : covering.slice(0, 1), mergeObjects, views);
  if (own) return own;
  const made = declared.ofShape(object.shape);
  // What `{}` is declared to be says nothing of what it becomes.
  if (made?.type === "object" && made.fields.length > 0 && covers(made, object)) return made;
  const nearest = objects.find(({ shape }) => shape === object.shape) ?? objects[0] ?? made;
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

/** Whether an object has all that a type asks for. */
function isComplete(object: ShapeObject, type: Extract<BorderType, { type: "object" }>): boolean {
  const names = new Set(namesOf(object));
  return type.fields.every(({ name, optional }) => optional || names.has(name));
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
  type: BorderType,
  members: readonly BorderType[],
  views: Views,
): BorderType | undefined {
  const { declared, anything } = views;
  const { definition } = object.class;
  if (!definition.library) {
    const own = only(members, "instance").filter((member) => member.class === definition);
    return (
      oneOf(type, own, mergeInstances, views) ??
      declared.ofClass(definition) ?? { type: "instance", class: definition, arguments: [], members: [] }
    );
  }
  for (const { definition: each } of classChain(object.class)) {
    const own = only(members, "library").filter(({ name }) => name === each.name);
    if (own.length > 0) return oneOf(type, own, mergeLibraryTypes, views);
  }
  if (definition.name === "Dictionary") {
    const own = only(members, "dictionary");
    const shape = { name: "", declared: [], dictionary: true };
    return oneOf(type, own, mergeDictionaries, views) ?? { type: "dictionary", shape, value: anything };
  }
  return members.find(isIterable);
}

/** The members that are types of some sorts. */
function only<Type extends BorderType["type"]>(
  members: readonly BorderType[],
  ...types: Type[]
): Extract<BorderType, { type: Type }>[] {
  return members.filter((member): member is Extract<BorderType, { type: Type }> =>
    (types as readonly string[]).includes(member.type),
  );
}

/** The only one of several members of a type, or what they are together. */
function oneOf<Member extends BorderType>(
  of: BorderType,
  members: readonly Member[],
  merge: (members: readonly Member[]) => BorderType,
  views: Views,
): BorderType | undefined {
  const distinct = [...new Set(members)];
  if (distinct.length < 2) return distinct[0];
  const all = membersOf(of);
  return views.derived(of, `merged ${distinct.map((each) => all.indexOf(each)).join()}`, () => merge(distinct));
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
