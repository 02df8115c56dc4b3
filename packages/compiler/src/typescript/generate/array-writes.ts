import type { AbstractObject, FunctionInstance } from "../infer/index.ts";
import { HOST, canonical, currentInstance, expressionAt, kindsOf, objectsOf } from "../infer/index.ts";
import type { Expression, Statement } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";

/** Arrays that code may change; `undefined` if anybody's code may run. */
export type ArrayWrites = ReadonlySet<AbstractObject> | undefined;

/** Finds the arrays that code changes: itself, or by what it calls. */
export class ArrayWriteFinder {
  #own = new Map<FunctionInstance, { writes: ArrayWrites; calls: FunctionInstance[] }>();

  /** Of statements of a function. */
  find(instance: FunctionInstance, statements: readonly Statement[]): ArrayWrites {
    const found = new Set<AbstractObject>();
    const first = this.#inspect(instance, statements);
    const pending = new Set(first.calls);
    if (!first.writes) return undefined;
    for (const object of first.writes) found.add(object);
    for (const callee of pending) {
      let own = this.#own.get(callee);
      if (!own) this.#own.set(callee, (own = this.#inspect(callee, callee.function.body)));
      if (!own.writes) return undefined;
      for (const object of own.writes) found.add(object);
      for (const next of own.calls) pending.add(next);
    }
    return found;
  }

  /** What a function changes itself. */
  written(instance: FunctionInstance): ReadonlySet<AbstractObject> {
    return this.#inspect(instance, instance.function.body).changed;
  }

  #inspect(
    instance: FunctionInstance,
    statements: readonly Statement[],
  ): { writes: ArrayWrites; changed: ReadonlySet<AbstractObject>; calls: FunctionInstance[] } {
    const writes = new Set<AbstractObject>();
    const ids = new Set<number>();
    let isKnown = true;
    const note = (expression: Expression | undefined): void => {
      const node = expression && instance.expressions[expression.id];
      for (const object of node ? objectsOf(node) : []) writes.add(canonical(object));
    };
    walkStatements(statements, {
      expression: (expression) => {
        ids.add(expression.id);
        if (expression.op === "setElement" || expression.op === "deleteElement") note(expression.object);
        else if (expression.op === "setProperty" && expression.name === "length") note(expression.object);
        else if (expression.op === "await" || expression.op === "yield") isKnown = false;
        else if (expression.op === "intrinsic") {
          const { changes, acts } = intrinsicFacts(expression.name);
          note(expression.arguments[changes ?? -1]);
          if (acts) isKnown = false;
        } else if (expression.op === "call" && this.#callsHost(instance, expression.callee)) isKnown = false;
        else if (expression.op === "callMethod" && this.#mayHoldHost(instance, expression)) isKnown = false;
      },
    });
    const calls: FunctionInstance[] = [];
    for (const [site, targets] of instance.calls) {
      const at = expressionAt(site);
      if (statements !== instance.function.body && at && !ids.has(at.id)) continue;
      calls.push(...targets.map((target) => currentInstance(target.instance)));
    }
    return { writes: isKnown ? writes : undefined, changed: writes, calls };
  }

  #callsHost(instance: FunctionInstance, callee: Expression): boolean {
    const node = instance.expressions[callee.id];
    if (!node) return false;
    return (kindsOf(node) & HOST) !== 0 || objectsOf(node).some(({ type }) => type === "hostFunction");
  }

  /** Whether a method that is called may be a function of JavaScript's that was put into a property. */
  #mayHoldHost(instance: FunctionInstance, expression: Extract<Expression, { op: "callMethod" }>): boolean {
    const node = instance.expressions[expression.object.id];
    if (!node) return false;
    return objectsOf(node).some((object) => {
      const at = canonical(object);
      if (at.type === "array" || at.type === "typed" || at.type === "hostFunction") return at.type === "hostFunction";
      const field = at.fields.get(expression.name);
      return field !== undefined && objectsOf(field).some(({ type }) => type === "hostFunction");
    });
  }
}
