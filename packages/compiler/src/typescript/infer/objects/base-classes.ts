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
    actOnBase(derived);
  });
}

/** Acts once it is known what a class extends, if it extends anything: nobody can use it before. */
export function whenBaseIsKnown(of: ClassObject, action: () => void): void {
  const target = canonical(of);
  if (!target.definition.base || target.base) action();
  else target.waiting.push(action);
}

/** Does what waits for the base of a class that has one by now. */
export function actOnBase(target: ClassObject): void {
  if (target.base) for (const action of target.waiting.splice(0)) action();
}
