import type { DefinedType, Field, StorageType, ValueType } from "../types.ts";
import { formatHeapType } from "./text-names.ts";
import type { TextNames } from "./text-names.ts";

/** What a field holds, or a value type. */
export function formatStorageType(names: TextNames, type: StorageType): string {
  if (typeof type === "string") return type;
  return `(ref ${type.nullable ? "null " : ""}${formatHeapType(names, type.heap)})`;
}

/** ` (param …)` or ` (result …)`, or nothing where there are none. */
export function formatValueTypes(names: TextNames, keyword: string, types: readonly ValueType[]): string {
  if (types.length === 0) return "";
  return ` (${keyword} ${types.map((type) => formatStorageType(names, type)).join(" ")})`;
}

/** A type that may be written to. */
export function formatMutable(names: TextNames, { type, mutable }: Pick<Field, "type" | "mutable">): string {
  const text = formatStorageType(names, type);
  return mutable ? `(mut ${text})` : text;
}

/** A definition. */
export function formatType(names: TextNames, type: DefinedType): string {
  return `(type ${formatHeapType(names, type)} ${formatComposite(names, type)})`;
}

function formatComposite(names: TextNames, type: DefinedType): string {
  switch (type.kind) {
    case "function":
      return `(func${formatValueTypes(names, "param", type.params)}${formatValueTypes(names, "result", type.results)})`;
    case "array":
      return `(array ${formatMutable(names, type.element)})`;
    case "struct": {
      const struct = `(struct${type.fields.map((item) => ` (field ${formatMutable(names, item)})`).join("")})`;
      if (type.final && !type.supertype) return struct;
      const supertype = type.supertype ? `${formatHeapType(names, type.supertype)} ` : "";
      return `(sub ${type.final ? "final " : ""}${supertype}${struct})`;
    }
  }
}
