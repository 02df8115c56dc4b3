import type { ModuleLayout } from "../layout.ts";
import type { AnyFunction, AnyGlobal, AnyTag, DataSegment } from "../module.ts";
import { findFunctionType } from "../type-space.ts";
import type { TypeSpace } from "../type-space.ts";
import type { DefinedType, FunctionType } from "../types.ts";
import { createIdentifiers } from "./identifiers.ts";

/** Identifiers of everything that a module defines. */
export interface TextNames {
  space: TypeSpace;
  types: Map<DefinedType, string>;
  functions: Map<AnyFunction, string>;
  globals: Map<AnyGlobal, string>;
  tags: Map<AnyTag, string>;
  data: Map<DataSegment, string>;
}

/** Makes the identifiers of a module. */
export function createTextNames(layout: ModuleLayout): TextNames {
  const named = layout.sortedTypes.map(({ type }) => ({ type, name: type.kind === "function" ? "func" : type.name }));
  const byEntry = new Map([...createIdentifiers(named)].map(([{ type }, identifier]) => [type, identifier]));
  const types = new Map<DefinedType, string>();
  for (const [type, entry] of layout.types.entries) types.set(type, byEntry.get(entry.type) ?? "");
  return {
    space: layout.types,
    types,
    functions: createIdentifiers(layout.functionIndices.keys()),
    globals: createIdentifiers(layout.globalIndices.keys()),
    tags: createIdentifiers(layout.tagIndices.keys()),
    data: createIdentifiers(layout.data),
  };
}

/** The identifier of a type, or the abstract type's own name. */
export function formatHeapType({ types }: TextNames, heap: DefinedType | string): string {
  return typeof heap === "string" ? heap : identifierOf(types, heap);
}

/** ` (type …)` of a function type that the module defines. */
export function formatTypeUse(names: TextNames, { params, results }: Pick<FunctionType, "params" | "results">): string {
  return ` (type ${identifierOf(names.types, findFunctionType(names.space, params, results).type)})`;
}

/** The identifier of an item. */
export function identifierOf<T>(identifiers: ReadonlyMap<T, string>, item: T): string {
  const identifier = identifiers.get(item);
  if (identifier === undefined) throw new Error("An item of a module has no identifier.");
  return identifier;
}
