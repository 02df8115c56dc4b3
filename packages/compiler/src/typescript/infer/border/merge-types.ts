/*
 * Of a union of several arrays, or of several instances of one class, nothing shows which of them an object is: `number[] | string[]`, or the
 * parts of `[Map<string, number>, Map<string, Date>]`. Such objects leave as one type, whose parts are whatever the parts of any can be.
 */
import type { BorderField, BorderMember, BorderType } from "../../ir/index.ts";
import { anyOf } from "./any-of.ts";
import { mergeFunctions } from "./merge-functions.ts";

type TypeOf<Type extends BorderType["type"]> = Extract<BorderType, { type: Type }>;

/** Types whose objects are arrays in JavaScript. */
export type ListType = TypeOf<"array" | "tuple" | "iterable">;

/** One type for arrays of several. */
export function mergeLists(types: readonly ListType[]): BorderType {
  const elements = types.flatMap((type) => {
    if (type.type !== "tuple") return [type.element];
    return type.rest ? [...type.elements, type.rest] : type.elements;
  });
  const readonly = types.every((type) => type.type === "iterable" || (type.type === "array" && type.readonly));
  return { type: "array", element: anyOf(elements), readonly };
}

/** One type for objects of one class of the library. */
export function mergeLibraryTypes(types: readonly TypeOf<"library">[]): BorderType {
  return { ...types[0]!, arguments: mergeArguments(types) };
}

/** One type for objects whose properties are not known by name. */
export function mergeDictionaries(types: readonly TypeOf<"dictionary">[]): BorderType {
  const named = [...new Set(types.flatMap((type) => type.named ?? []))];
  const value = anyOf(types.map((type) => type.value));
  return { ...types[0]!, value, ...(named.length > 0 ? { named } : {}) };
}

/** One type for objects with the same properties. */
export function mergeObjects(types: readonly TypeOf<"object">[]): BorderType {
  const fields = new Map<string, BorderField[]>();
  for (const field of types.flatMap((type) => type.fields)) {
    fields.set(field.name, [...(fields.get(field.name) ?? []), field]);
  }
  return { ...types[0]!, fields: [...fields.values()].map((same) => mergeFields(same, types.length)) };
}

function mergeFields(fields: readonly BorderField[], count: number): BorderField {
  const values = fields.map((field) => field.values);
  return {
    ...fields[0]!,
    type: anyOf(fields.map(({ type }) => type)),
    optional: fields.length < count || fields.some(({ optional }) => optional),
    readonly: fields.every(({ readonly }) => readonly),
    lenient: fields.some(({ lenient }) => lenient),
    values: values.every((each) => each !== undefined) ? values.flat() : undefined,
  };
}

/** One type for instances of one class of the program. */
export function mergeInstances(types: readonly TypeOf<"instance">[]): BorderType {
  const members = new Map<string, BorderMember[]>();
  for (const member of types.flatMap((type) => type.members)) {
    const key = `${member.kind} ${member.name}`;
    members.set(key, [...(members.get(key) ?? []), member]);
  }
  return { ...types[0]!, arguments: mergeArguments(types), members: [...members.values()].map(mergeMembers) };
}

function mergeMembers(members: readonly BorderMember[]): BorderMember {
  const types = members.map(({ type }) => type);
  const functions = types.filter((type) => type.type === "function");
  const areFunctions = functions.length === types.length && new Set(types).size > 1;
  return { ...members[0]!, type: areFunctions ? mergeFunctions(functions) : anyOf(types) };
}

function mergeArguments(types: readonly { arguments: readonly BorderType[] }[]): BorderType[] {
  return types[0]!.arguments.map((_, index) => anyOf(types.flatMap((type) => type.arguments[index] ?? [])));
}
