import type { StructType } from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode } from "../../infer/index.ts";
import { hasField } from "../../infer/index.ts";
import type { Layouts } from "../layouts.ts";
import { topmostWith } from "../struct-types.ts";
import type { DispatchCase } from "./dispatch.ts";

/** Where a field lies. */
export interface FieldPlace {
  struct: StructType;
  index: number;
  node: FlowNode;
}

/** A case of what is done with a field, if it is one. */
export interface FieldCase extends DispatchCase {
  fieldOf?: FieldPlace | undefined;
}

/** The field of an object in the struct that first has it: one place for all that extend that struct. */
export function inheritedPlace(layouts: Layouts, target: AbstractObject, name: string): FieldPlace | undefined {
  const place = hasField(target, name) ? layouts.field(target, name) : undefined;
  if (!place) return undefined;
  return { struct: topmostWith(layouts.struct(target), place.index), ...place };
}

/** Makes cases that do the same with one field of one struct one case. */
export function mergeFields(cases: readonly FieldCase[]): DispatchCase[] {
  const merged: FieldCase[] = [];
  for (const candidate of cases) {
    const { fieldOf } = candidate;
    const same = fieldOf && merged.find((known) => known.fieldOf && isSamePlace(known.fieldOf, fieldOf));
    if (same) same.objects = [...same.objects, ...candidate.objects];
    else merged.push({ ...candidate });
  }
  return merged;
}

function isSamePlace(first: FieldPlace, second: FieldPlace): boolean {
  return first.struct === second.struct && first.index === second.index;
}
