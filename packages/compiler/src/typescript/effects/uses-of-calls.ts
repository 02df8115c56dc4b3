import type { CallTarget, FunctionInstance } from "../infer/index.ts";
import { expressionAt } from "../infer/index.ts";

/** The calls that an expression makes for one use, such as the getter of a property. */
export interface UseOfCall {
  use: string;
  targets: readonly CallTarget[];
}

/** What a function calls, by the ids of its expressions. */
export type UsesOfCalls = ReadonlyMap<number, readonly UseOfCall[]>;

/** Finds what a function calls. */
export function usesOfCalls(instance: FunctionInstance): UsesOfCalls {
  const calls = new Map<number, UseOfCall[]>();
  for (const [site, targets] of instance.calls) {
    const at = expressionAt(site);
    if (!at) continue;
    const uses = calls.get(at.id) ?? [];
    uses.push({ use: at.use, targets });
    calls.set(at.id, uses);
  }
  return calls;
}
