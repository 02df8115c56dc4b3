import type { ClassObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Visit } from "../visitors/visit.ts";
import { visitExpression } from "../visitors/visit.ts";

/**
 * Evaluates what a class extends. Where that is no declared class by its name, such as the parameter of a mixin, the base is the class
 * that reaches the expression; a function that extends what it is given is analysed for each call.
 */
export function visitBase(visit: Visit, of: ClassObject): void {
  const target = canonical(of);
  const { base } = target.definition;
  if (!base) return;
  visit.analysis.solver.onObject(visitExpression(visit, base), (object) => {
    const derived = canonical(target);
    if (object.type === "class" && object !== derived) derived.base ??= object;
  });
}
