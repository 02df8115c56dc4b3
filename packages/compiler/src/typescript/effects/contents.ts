import type { AbstractObject, FunctionInstance } from "../infer/index.ts";
import { currentInstance } from "../infer/index.ts";
import type { Expression, ExpressionOf, IrFunction, IrVariable } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";
import type { BodyFacts } from "./body-facts.ts";
import type { EffectContext } from "./effect-context.ts";
import { ITERATION, givenAs } from "./given.ts";
import { partsOf } from "./old-objects.ts";
import type { Given, Root } from "./root.ts";
import { UNKNOWN, isPart, partOf } from "./root.ts";
import type { Roots } from "./roots.ts";
import { storedBy } from "./stored-values.ts";

const NOTHING: ReadonlySet<Root> = new Set();
const ANYTHING: ReadonlySet<Root> = new Set([UNKNOWN]);

/** What has been given, and its parts. */
function throughAll(passed: Iterable<Given>): Set<Root> {
  return new Set([...passed].flatMap((root) => (isPart(root) ? [root] : [root, partOf(root)])));
}

/** Whether there is something to be reached: storage for numbers leads to nothing. */
function leadOn(objects: Iterable<AbstractObject>): boolean {
  return [...objects].some(({ type }) => type !== "typed");
}

/** Finds out what leads to the parts of the objects that the expressions of a function give. Parts of what the function has made may be anybody's. */
export class Contents {
  #context: EffectContext;
  #instance: FunctionInstance;
  #facts: BodyFacts;
  #roots: Roots;

  constructor(context: EffectContext, instance: FunctionInstance, facts: BodyFacts, roots: Roots) {
    this.#context = context;
    this.#instance = instance;
    this.#facts = facts;
    this.#roots = roots;
  }

  /** What leads to parts of what an expression gives, if they are objects of these kinds. */
  of(
    expression: Expression,
    objects: readonly AbstractObject[],
    seen: ReadonlySet<IrVariable> = new Set(),
  ): ReadonlySet<Root> {
    if (expression.op === "object" || expression.op === "array") return this.#ofLiteral(expression, objects, seen);
    if (this.#roots.own.hasMade(expression, objects)) return NOTHING;
    const passed = this.#roots.own.madeWith(expression, objects);
    if (passed) return throughAll(passed);
    const both = (a: Expression, b: Expression): ReadonlySet<Root> =>
      new Set([...this.of(a, objects, seen), ...this.of(b, objects, seen)]);
    switch (expression.op) {
      case "get":
        return this.#ofVariable(expression.variable, objects, seen);
      case "set":
      case "narrow":
      case "do":
        return this.of(expression.value, objects, seen);
      case "conditional":
        return both(expression.then, expression.otherwise);
      case "logical":
        return both(expression.left, expression.right);
      case "property":
      case "element":
        return this.isRead(expression)
          ? this.of(expression.object, objects, seen)
          : new Set([...this.of(expression.object, objects, seen), ...this.#ofCall(expression, objects, seen)]);
      case "intrinsic": {
        const { from } = intrinsicFacts(expression.name);
        const source = expression.arguments[0];
        // What comes from the host leads to nothing.
        return from && source && this.#roots.objects(source).length > 0 ? this.of(source, objects, seen) : ANYTHING;
      }
      case "call":
      case "callMethod":
      case "callLibrary":
      case "superMethod":
        return this.#ofCall(expression, objects, seen);
      default:
        return this.#roots.objects(expression).length === 0 ? NOTHING : ANYTHING;
    }
  }

  #ofLiteral(
    expression: ExpressionOf<"object" | "array">,
    objects: readonly AbstractObject[],
    seen: ReadonlySet<IrVariable>,
  ): ReadonlySet<Root> {
    const passed = this.#roots.own.areOwn(objects) ? [] : this.#roots.own.madeWith(expression, objects);
    if (!passed) return ANYTHING;
    const roots = throughAll(passed);
    for (const { value, spread, except } of storedBy(expression)) {
      const values = this.#roots.objects(value);
      if (!spread) for (const root of this.#roots.of(value, seen)) roots.add(root);
      if (!leadOn(spread ? partsOf(values, except) : values)) continue;
      for (const root of this.of(value, objects, seen)) roots.add(root);
    }
    return roots;
  }

  /** What leads to objects of these kinds that a loop goes through. */
  ofVisited(variable: IrVariable, objects: readonly AbstractObject[]): ReadonlySet<Root> {
    const rows = this.#facts.iterated.get(variable);
    return rows && this.#isOfLibrary(rows, (use) => ITERATION.test(use)) ? this.of(rows, objects) : ANYTHING;
  }

  /** What leads to parts of what a variable of a called function, or around it, is where it is called. */
  seenFrom(
    call: Expression,
    use: string,
    callee: IrFunction,
    variable: IrVariable,
    objects: readonly AbstractObject[],
    seen: ReadonlySet<IrVariable> = new Set(),
  ): ReadonlySet<Root> {
    if (variable.owner !== callee) return this.#ofVariable(variable, objects, seen);
    const given = givenAs(call, use, callee, variable);
    switch (given.type) {
      case "value":
        return this.of(given.value, objects, seen);
      case "variable":
        return this.#ofVariable(given.variable, objects, seen);
      case "made":
        return !given.rest && this.#roots.own.hasMade(call, objects) ? NOTHING : ANYTHING;
      case "none":
        return NOTHING;
      default:
        return ANYTHING;
    }
  }

  #ofVariable(
    variable: IrVariable,
    objects: readonly AbstractObject[],
    seen: ReadonlySet<IrVariable>,
  ): ReadonlySet<Root> {
    const { function: definition } = this.#instance;
    if (seen.has(variable)) return NOTHING;
    if (!variable.owner || (variable.captured && variable.writes > 0)) return ANYTHING;
    if (variable.owner !== definition) return new Set([partOf(variable)]);
    const roots = new Set<Root>();
    const parameter = definition.parameters.find((each) => each.variable === variable);
    if (parameter?.rest) return ANYTHING;
    if (parameter || variable === definition.thisVariable) roots.add(partOf(variable));
    for (const value of this.#facts.values.get(variable) ?? []) {
      const found = value ? this.of(value, objects, new Set([...seen, variable])) : this.ofVisited(variable, objects);
      for (const root of found) roots.add(root);
    }
    return roots;
  }

  /** Parts of what functions give that they have made, or that they have been given. */
  #ofCall(call: Expression, objects: readonly AbstractObject[], seen: ReadonlySet<IrVariable>): ReadonlySet<Root> {
    const roots = new Set<Root>();
    const uses = (this.#roots.calls.get(call.id) ?? []).filter(({ use }) => !ITERATION.test(use));
    // They may have made it, and this function has put something in since.
    if (uses.length === 0 || !this.#roots.own.areOwn(objects)) return ANYTHING;
    for (const { use, targets } of uses) {
      for (const { instance } of targets) {
        const callee = currentInstance(instance).function;
        for (const root of this.#context.summaryOf(instance).holds) {
          if (root === UNKNOWN) return ANYTHING;
          const variable = isPart(root) ? root.part : root;
          for (const found of this.seenFrom(call, use, callee, variable, objects, seen)) roots.add(found);
          if (isPart(root)) continue;
          for (const found of this.#roots.seenFrom(call, use, callee, variable, seen)) roots.add(found);
        }
      }
    }
    return roots;
  }

  /** Whether a property is read, not what an author's function gives. */
  isRead(expression: Expression): boolean {
    return this.#isOfLibrary(expression, () => true);
  }

  #isOfLibrary({ id }: Expression, isAsked: (use: string) => boolean): boolean {
    const uses = (this.#roots.calls.get(id) ?? []).filter(({ use }) => isAsked(use));
    return uses.every(({ targets }) => targets.every(({ instance }) => instance.function.library));
  }
}
