/** Collects the types that a module mentions. Structs and arrays are told apart by object, functions by their structure. */
import type { DefinedType, FunctionType, HeapType, StorageType, ValueType } from "./types.ts";

/** A type with its place. Function types of the same structure share an entry. */
export interface TypeEntry {
  type: DefinedType;
  /** Number in order of first use. */
  order: number;
  /** Whether it must equal the same type of the host, and so stands outside of all groups. */
  alone: boolean;
  /** Index in the type section, from `groupTypes` on. */
  index: number;
}

/** The types of a module. */
export interface TypeSpace {
  /** By object; several objects of one function type lead to the same entry. */
  entries: Map<DefinedType, TypeEntry>;
  functionsByKey: Map<string, TypeEntry>;
  /** In order of first use, a type after its supertype. */
  ordered: TypeEntry[];
  /** Structs and arrays whose fields were not looked at: they may be recursive. */
  unvisited: DefinedType[];
}

/** No types. */
export function createTypeSpace(): TypeSpace {
  return { entries: new Map(), functionsByKey: new Map(), ordered: [], unvisited: [] };
}

/** Adds the type that a field, local or operand mentions, if it mentions one. */
export function addMentionedType(space: TypeSpace, type: StorageType): void {
  if (typeof type !== "string") addHeapType(space, type.heap);
}

/** Adds what a reference points to, if it is a type of the module. */
export function addHeapType(space: TypeSpace, heap: HeapType): void {
  if (typeof heap !== "string") addType(space, heap);
}

/** Adds a type and all that it mentions. */
export function addType(space: TypeSpace, type: DefinedType): void {
  if (space.entries.has(type)) return;
  enterType(space, type);
  let next: DefinedType | undefined;
  while ((next = space.unvisited.pop())) {
    if (next.kind === "struct") for (const { type: fieldType } of next.fields) enterMentioned(space, fieldType);
    else if (next.kind === "array") enterMentioned(space, next.element.type);
  }
}

/** Index of a type that was added. */
export function indexOfType(space: TypeSpace, type: DefinedType): number {
  const entry = space.entries.get(type);
  if (!entry) throw new Error(`The type ${describeType(type)} was not collected.`);
  return entry.index;
}

/** The function type with these parameters and results, which was added. */
export function findFunctionType(
  space: TypeSpace,
  params: readonly ValueType[],
  results: readonly ValueType[],
): TypeEntry {
  const entry = space.functionsByKey.get(keyOf(space, params, results));
  if (!entry) throw new Error("A function type was not collected.");
  return entry;
}

function enterMentioned(space: TypeSpace, type: StorageType): void {
  if (typeof type !== "string" && typeof type.heap !== "string") enterType(space, type.heap);
}

function enterType(space: TypeSpace, type: DefinedType): TypeEntry {
  const known = space.entries.get(type);
  if (known) return known;
  if (type.kind === "function") return enterFunctionType(space, type);
  if (type.kind === "struct" && type.supertype) enterType(space, type.supertype);
  const entry = pushEntry(space, type, type.kind === "array" && type.canonical === true);
  space.unvisited.push(type);
  return entry;
}

function enterFunctionType(space: TypeSpace, type: FunctionType): TypeEntry {
  const mentioned = [...type.params, ...type.results].flatMap((value) =>
    typeof value === "string" || typeof value.heap === "string" ? [] : enterType(space, value.heap),
  );
  const key = keyOf(space, type.params, type.results);
  const same = space.functionsByKey.get(key);
  if (same) {
    space.entries.set(type, same);
    return same;
  }
  const entry = pushEntry(
    space,
    type,
    mentioned.every(({ alone }) => alone),
  );
  space.functionsByKey.set(key, entry);
  return entry;
}

function pushEntry(space: TypeSpace, type: DefinedType, alone: boolean): TypeEntry {
  const entry = { type, order: space.ordered.length, alone, index: -1 };
  space.ordered.push(entry);
  space.entries.set(type, entry);
  return entry;
}

function keyOf(space: TypeSpace, params: readonly ValueType[], results: readonly ValueType[]): string {
  let key = "";
  for (const type of params) key += `${keyOfValueType(space, type)},`;
  key += ">";
  for (const type of results) key += `${keyOfValueType(space, type)},`;
  return key;
}

/** A text that two value types share only if they are the same. */
export function keyOfValueType(space: TypeSpace, type: ValueType): string {
  if (typeof type === "string") return type;
  const heap = typeof type.heap === "string" ? type.heap : space.entries.get(type.heap)?.order;
  return type.nullable ? `${heap}?` : `${heap}`;
}

function describeType(type: DefinedType): string {
  return type.kind === "function" ? "of a function" : `\`${type.name}\``;
}
