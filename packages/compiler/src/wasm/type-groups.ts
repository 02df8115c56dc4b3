/**
 * Puts the types of a module into the groups that WebAssembly compares them by: two structs in one group are different types even with equal
 * fields, while a group of one equals the same group in any other module. So what must equal types of the host (functions over plain types,
 * canonical arrays) stands alone. Structs and arrays share two groups: one of those that the host sees in signatures, which Binaryen leaves as
 * they are, and one of all others, which it may change. Functions that no struct or array mentions stand alone again, behind those.
 */
import type { TypeEntry, TypeSpace } from "./type-space.ts";
import type { DefinedType, StorageType } from "./types.ts";
import { structType } from "./types.ts";

/** Gives all types their indices, and returns their groups in that order. `shown` are the types of what is imported and exported. */
export function groupTypes(space: TypeSpace, shown: Iterable<DefinedType>): TypeEntry[][] {
  const { ordered } = space;
  const seen = closureOf(space, [...shown].flatMap(mentionedBy));
  const held = closureOf(
    space,
    ordered.map(({ type }) => type).filter(({ kind }) => kind !== "function"),
  );
  const grouped = ordered.filter((entry) => !entry.alone && held.has(entry));
  const forHost = grouped.filter((entry) => seen.has(entry));
  const others = grouped.filter((entry) => !seen.has(entry));
  const canonical = ordered.filter(({ alone, type }) => alone && type.kind === "array");
  // Groups of the same structure would be one.
  const lengths = new Set(canonical.length > 0 ? [1] : []);
  for (const group of [forHost, others].filter(({ length }) => length > 0)) {
    while (lengths.has(group.length)) group.push(addEmptyStruct(space));
    lengths.add(group.length);
  }
  const single = (entries: TypeEntry[]): TypeEntry[][] => entries.map((entry) => [entry]);
  const groups = [
    ...single(canonical),
    ...single(ordered.filter((entry) => entry.alone && !canonical.includes(entry))),
    ...[forHost, others].filter(({ length }) => length > 0),
    ...single(ordered.filter((entry) => !entry.alone && !held.has(entry))),
  ];
  for (const [index, entry] of groups.flat().entries()) entry.index = index;
  return groups;
}

/** Types and all that they mention, directly or not. */
function closureOf(space: TypeSpace, types: readonly DefinedType[]): Set<TypeEntry> {
  const found = new Set<TypeEntry>();
  const queue = [...types];
  for (let type = queue.pop(); type; type = queue.pop()) {
    const entry = space.entries.get(type)!;
    if (found.has(entry)) continue;
    found.add(entry);
    queue.push(...mentionedBy(type));
  }
  return found;
}

function mentionedBy(type: DefinedType): DefinedType[] {
  switch (type.kind) {
    case "function":
      return [...type.params, ...type.results].flatMap(pointedTo);
    case "array":
      return pointedTo(type.element.type);
    case "struct":
      return [...(type.supertype ? [type.supertype] : []), ...type.fields.flatMap((field) => pointedTo(field.type))];
  }
}

function pointedTo(type: StorageType): DefinedType[] {
  return typeof type === "string" || typeof type.heap === "string" ? [] : [type.heap];
}

function addEmptyStruct(space: TypeSpace): TypeEntry {
  const type = structType("apart", []);
  const entry = { type, order: space.ordered.length, alone: false, index: -1 };
  space.entries.set(type, entry);
  return entry;
}
