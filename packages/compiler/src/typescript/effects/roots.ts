import type { AbstractObject, FunctionInstance } from "../infer/index.ts";
import { currentInstance, objectsOf } from "../infer/index.ts";
import type { Expression, ExpressionOf, IrFunction, IrVariable } from "../ir/index.ts";
import { objectsGiven } from "./objects-given.ts";
import { intrinsicFacts } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";
import type { BodyFacts } from "./body-facts.ts";
import { Contents } from "./contents.ts";
import type { EffectContext } from "./effect-context.ts";
import type { Given } from "./given.ts";
import { ITERATION, givenAs } from "./given.ts";
import { MadeHere } from "./made-here.ts";
import type { Root } from "./root.ts";
import { UNKNOWN, isPart } from "./root.ts";
import type { UsesOfCalls } from "./uses-of-calls.ts";
import { usesOfCalls } from "./uses-of-calls.ts";

/** Finds out what leads to the objects that the expressions of a function give. */
export class Roots {
  /** What the function calls, by the ids of its expressions. */
  readonly calls: UsesOfCalls;
  #context: EffectContext;
  #instance: FunctionInstance;
  #facts: BodyFacts;
  /** Found when it is asked for, from what is known by then of other functions. */
  #made: MadeHere | undefined;
  #escaped: Set<IrVariable> | undefined;
  #contents: Contents;

  constructor(context: EffectContext, instance: FunctionInstance, facts: BodyFacts) {
    this.#context = context;
    this.#instance = instance;
    this.#facts = facts;
    this.calls = usesOfCalls(instance);
    this.#contents = new Contents(context, instance, facts, this);
  }

  /** More is known of other functions than before. */
  restart(): void {
    this.#made = undefined;
  }

  /** What the function has made itself. */
  get own(): MadeHere {
    return (this.#made ??= new MadeHere(this.#context, this.#instance, this.#facts, this.calls));
  }

  /** The objects that an expression gives. */
  objects(expression: Expression): AbstractObject[] {
    return objectsGiven(this.#instance, expression);
  }

  /** What a variable of a called function, or around it, is where it is called. */
  seenFrom(
    expression: Expression,
    use: string,
    callee: IrFunction,
    variable: IrVariable,
    seen: ReadonlySet<IrVariable> = new Set(),
  ): ReadonlySet<Root> {
    if (variable.owner !== callee) return this.ofVariable(variable, seen);
    return this.#ofGiven(givenAs(expression, use, callee, variable), expression, seen);
  }

  /** What leads to parts of what a variable of a called function, or around it, is where it is called: to objects of these kinds. */
  partsSeenFrom(
    expression: Expression,
    use: string,
    callee: IrFunction,
    variable: IrVariable,
    objects: readonly AbstractObject[],
  ): ReadonlySet<Root> {
    return this.#contents.seenFrom(expression, use, callee, variable, objects);
  }

  /** What leads to parts of what an expression gives: to objects of these kinds. */
  parts(expression: Expression, objects: readonly AbstractObject[]): ReadonlySet<Root> {
    return this.#contents.of(expression, objects);
  }

  #ofGiven(given: Given, call: Expression, seen: ReadonlySet<IrVariable>): ReadonlySet<Root> {
    switch (given.type) {
      case "value":
        return this.of(given.value, seen);
      case "variable":
        return this.ofVariable(given.variable, seen);
      case "iterator":
        return this.#rootsOfUses(call, seen, (other) => other.startsWith("iterator"));
      case "unknown":
        return new Set([UNKNOWN]);
      default:
        return new Set();
    }
  }

  #rootsOfMaybe(expression: Expression | undefined, seen: ReadonlySet<IrVariable>): ReadonlySet<Root> {
    return expression ? this.of(expression, seen) : new Set();
  }

  /** What leads to the object that an expression gives; nothing if the function has made it. */
  of(expression: Expression, seen: ReadonlySet<IrVariable> = new Set()): ReadonlySet<Root> {
    const both = (a: Expression, b: Expression): ReadonlySet<Root> =>
      new Set([...this.of(a, seen), ...this.of(b, seen)]);
    switch (expression.op) {
      case "get":
        return this.ofVariable(expression.variable, seen);
      case "set":
      case "narrow":
      case "do":
        return this.of(expression.value, seen);
      case "conditional":
        return both(expression.then, expression.otherwise);
      case "logical":
        return both(expression.left, expression.right);
      case "property":
        // The parts that objects of the library are made of belong to them alone.
        return this.#instance.function.library
          ? this.of(expression.object, seen)
          : (this.#rootsOfMember(expression, seen) ?? this.#part(expression, expression.object));
      case "element":
        return this.#part(expression, expression.object);
      case "superProperty":
      case "await":
      case "yield":
        return this.#known(expression);
      case "call":
      case "callMethod":
      case "callElement":
      case "callLibrary":
      case "superMethod":
        return this.#rootsOfCall(expression, seen);
      case "intrinsic": {
        const { from } = intrinsicFacts(expression.name);
        if (from === "argument") return this.#rootsOfMaybe(expression.arguments[0], seen);
        return from === "before" ? this.#part(expression, expression.arguments[0]) : new Set();
      }
      default:
        return new Set();
    }
  }

  /** A property of an object that the function makes by literals and nobody else gets at: what it has put there. */
  #rootsOfMember(
    { object, name }: ExpressionOf<"property">,
    seen: ReadonlySet<IrVariable>,
  ): ReadonlySet<Root> | undefined {
    if (object.op !== "get" || object.variable.owner !== this.#instance.function) return undefined;
    const { variable } = object;
    const made = this.#facts.values.get(variable);
    if (!made || this.#escaping().has(variable)) return undefined;
    const roots = new Set<Root>();
    const add = (value: Expression): void => {
      for (const root of this.of(value, new Set([...seen, variable]))) roots.add(root);
    };
    for (const value of made) {
      if (value?.op !== "object" || value.members.some(({ type }) => type !== "value")) return undefined;
      for (const member of value.members) if (member.type === "value" && member.name === name) add(member.value);
    }
    for (const value of this.#facts.set.get(variable)?.get(name) ?? []) add(value);
    return roots;
  }

  /** Variables whose objects the function does something with besides reading and setting properties. */
  #escaping(): ReadonlySet<IrVariable> {
    if (this.#escaped) return this.#escaped;
    const escaped = (this.#escaped = new Set<IrVariable>());
    const uses = new Map<IrVariable, number>();
    const count = (expression: Expression, by: number): void => {
      if (expression.op === "get") uses.set(expression.variable, (uses.get(expression.variable) ?? 0) + by);
    };
    walkStatements(this.#instance.function.body, {
      statement: (statement) => {
        if (statement.type === "return" && statement.value) count(statement.value, -1);
      },
      expression: (expression) => {
        count(expression, 1);
        if (expression.op === "property" || expression.op === "setProperty") count(expression.object, -1);
      },
      // Who captures it can do anything with it.
      function: (definition) => walkStatements(definition.body, { expression: (inner) => count(inner, 1) }),
    });
    for (const [variable, others] of uses) if (others > 0) escaped.add(variable);
    return escaped;
  }

  /** A part of an object, if it can be one that was there before. */
  #part(expression: Expression, object: Expression | undefined): ReadonlySet<Root> {
    const known = this.#known(expression);
    if (known.size === 0 || !object) return known;
    const read = this.#contents.of(object, this.objects(expression));
    if (this.#contents.isRead(expression)) return read;
    return new Set([...read, ...this.#rootsOfUses(expression, new Set(), (use) => !ITERATION.test(use))]);
  }

  /** Something that was there before, if it can be an object at all. */
  #known(expression: Expression): ReadonlySet<Root> {
    const { old } = this.#context;
    const isNew = !this.objects(expression).some((object) => old.has(object)) || this.own.reads(expression);
    return isNew ? new Set() : new Set([UNKNOWN]);
  }

  #rootsOfCall(expression: Expression, seen: ReadonlySet<IrVariable>): ReadonlySet<Root> {
    const known = this.#known(expression);
    if (known.size === 0 || !this.calls.has(expression.id)) return known;
    return this.#rootsOfUses(expression, seen, (use) => !ITERATION.test(use));
  }

  /** What leads to what the calls give that an expression makes for some uses. */
  #rootsOfUses(
    expression: Expression,
    seen: ReadonlySet<IrVariable>,
    isWanted: (use: string) => boolean,
  ): ReadonlySet<Root> {
    const roots = new Set<Root>();
    for (const { use, targets } of this.calls.get(expression.id) ?? []) {
      if (!isWanted(use)) continue;
      for (const { instance } of targets) {
        const callee = currentInstance(instance).function;
        for (const root of this.#context.summaryOf(instance).returns) {
          if (root === UNKNOWN) roots.add(root);
          else {
            const found = isPart(root)
              ? this.partsSeenFrom(expression, use, callee, root.part, this.objects(expression))
              : this.seenFrom(expression, use, callee, root, seen);
            for (const each of found) roots.add(each);
          }
        }
      }
    }
    return roots;
  }

  ofVariable(variable: IrVariable, seen: ReadonlySet<IrVariable> = new Set()): ReadonlySet<Root> {
    const { function: definition } = this.#instance;
    if (seen.has(variable)) return new Set();
    if (!variable.owner) return variable.holds?.library ? new Set() : new Set([UNKNOWN]);
    if (variable.owner !== definition) return new Set([variable]);
    const roots = new Set<Root>();
    // Functions inside assign it, too, and who knows what.
    if (variable.captured && variable.writes > 0) roots.add(UNKNOWN);
    const isGiven =
      variable === definition.thisVariable ||
      definition.parameters.some((parameter) => parameter.variable === variable);
    if (isGiven && !definition.parameters.some((parameter) => parameter.variable === variable && parameter.rest)) {
      roots.add(variable);
    }
    for (const value of this.#facts.values.get(variable) ?? []) {
      const found = value ? this.of(value, new Set([...seen, variable])) : this.#ofVisited(variable);
      for (const root of found) roots.add(root);
    }
    return roots;
  }

  /** What leads to what a loop goes through, or to what is caught. */
  #ofVisited(variable: IrVariable): ReadonlySet<Root> {
    if (this.own.visits(variable)) return new Set();
    const node = this.#instance.variables.get(variable);
    return this.#contents.ofVisited(variable, node ? objectsOf(node) : []);
  }
}
