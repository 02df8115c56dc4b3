import type { ModuleLayout } from "./layout.ts";
import type { Local, WasmFunction } from "./module.ts";
import { keyOfValueType } from "./type-space.ts";

/** The locals of a function as the binary declares them. */
export interface GroupedLocals {
  /** The first local of each type, and how many of that type there are. Parameters are not among them. */
  groups: [first: Local, count: number][];
  /** Parameters, then the others, those of one type together. */
  indices: Map<Local, number>;
}

/** Puts locals of one type together, in order of first use, because the binary counts runs of equal types. */
export function groupLocals(item: WasmFunction, { locals, types }: ModuleLayout): GroupedLocals {
  const indices = new Map<Local, number>();
  const byType = new Map<string, Local[]>();
  const paramCount = item.params.length;
  let rank = 0;
  for (const local of locals.get(item) ?? []) {
    if (rank++ < paramCount) {
      indices.set(local, indices.size);
      continue;
    }
    const key = keyOfValueType(types, local.type);
    const same = byType.get(key);
    if (same) same.push(local);
    else byType.set(key, [local]);
  }
  const groups: [Local, number][] = [];
  for (const same of byType.values()) {
    groups.push([same[0]!, same.length]);
    for (const local of same) indices.set(local, indices.size);
  }
  return { groups, indices };
}
