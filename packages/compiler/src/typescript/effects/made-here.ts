import type { AbstractObject, FunctionInstance } from "../infer/index.ts";
import { currentInstance, objectsOf } from "../infer/index.ts";
import type { Expression, IrVariable } from "../ir/index.ts";
import type { BodyFacts } from "./body-facts.ts";
import type { EffectContext } from "./effect-context.ts";
import { runsOf } from "./runs.ts";
import { followObjects, partsOf } from "./old-objects.ts";
import { storedBy } from "./stored-values.ts";
import type { Effects } from "./summary.ts";
import type { UsesOfCalls } from "./uses-of-calls.ts";

/** Classes of the library that hold what they are given, and nothing else. */
const CONTAINERS = new Set(["Map", "Set", "Array"]);

/**
 * What a function makes and fills: literals, lists, maps and sets, and whatever it reads out of them again. That is its own, unless it has put in
 * something else that what is read could be, or be a part of.
 */
export class MadeHere {
  #context: EffectContext;
  #instance: FunctionInstance;
  #facts: BodyFacts;
  #calls: UsesOfCalls;
  /** Variables that hold nothing else. */
  #variables: Set<IrVariable>;
  /** Objects of others that are put in, and their parts; `undefined` where nobody knows. */
  #foreign: ReadonlySet<AbstractObject> | undefined;

  constructor(context: EffectContext, instance: FunctionInstance, facts: BodyFacts, calls: UsesOfCalls) {
    this.#context = context;
    this.#instance = instance;
    this.#facts = facts;
    this.#calls = calls;
    this.#variables = this.#findVariables();
    if (this.#variables.size > 0) this.#foreign = this.#findForeign();
  }

  /** Whether an expression reads what the function has made itself. */
  reads(expression: Expression): boolean {
    return this.#foreign !== undefined && this.#isMade(expression) && this.#areOwn(this.#objects(expression));
  }

  /** Whether a loop goes through what the function has made itself. */
  visits(variable: IrVariable): boolean {
    const node = this.#instance.variables.get(variable);
    return this.#variables.has(variable) && node !== undefined && this.#areOwn(objectsOf(node));
  }

  #areOwn(objects: readonly AbstractObject[]): boolean {
    const foreign = this.#foreign;
    return foreign !== undefined && objects.every((object) => !foreign.has(object));
  }

  #objects(expression: Expression): AbstractObject[] {
    return objectsOf(this.#context.analysis.expression(this.#instance, expression));
  }

  /** All of them, less those that get something else, less those that get these, until none is left to take away. */
  #findVariables(): Set<IrVariable> {
    const { function: definition } = this.#instance;
    const found = (this.#variables = new Set<IrVariable>());
    if (definition.kind !== "ordinary") return found;
    const { values, iterated } = this.#facts;
    const given = new Set(definition.parameters.map(({ variable }) => variable));
    for (const variable of values.keys()) {
      if (variable.owner === definition && !variable.captured && !given.has(variable)) found.add(variable);
    }
    let before: number;
    do {
      before = found.size;
      for (const variable of found) {
        const rows = iterated.get(variable);
        const isMade =
          (!rows || this.#isMade(rows)) &&
          values.get(variable)!.every((value) => (value ? this.#isMade(value) : rows !== undefined));
        if (!isMade) found.delete(variable);
      }
    } while (found.size < before);
    return found;
  }

  #isMade(expression: Expression): boolean {
    switch (expression.op) {
      case "array":
      case "object":
        return true;
      case "new":
        return expression.arguments.length === 0 && CONTAINERS.has(className(expression.callee));
      case "get":
        return this.#variables.has(expression.variable) || this.#objects(expression).length === 0;
      case "set":
      case "narrow":
      case "do":
        return this.#isMade(expression.value);
      case "conditional":
        return this.#isMade(expression.then) && this.#isMade(expression.otherwise);
      case "logical":
        return this.#isMade(expression.left) && this.#isMade(expression.right);
      case "property":
      case "element":
        return this.#isMade(expression.object) && this.#isOfLibrary(expression);
      case "callMethod":
        return this.#isMade(expression.object) && this.#isOfLibrary(expression);
      case "setProperty":
      case "setElement":
        return this.#isMade(expression.value);
      case "intrinsic":
        return this.#objects(expression).length === 0;
      default:
        return this.#objects(expression).length === 0;
    }
  }

  /** Whether all that an expression calls is the library's. */
  #isOfLibrary({ id }: Expression): boolean {
    const uses = this.#calls.get(id) ?? [];
    return uses.every(({ targets }) => targets.every(({ instance }) => instance.function.library));
  }

  #findForeign(): ReadonlySet<AbstractObject> | undefined {
    const foreign = new Set<AbstractObject>();
    for (const [id, uses] of this.#calls) {
      for (const { use, targets } of uses) {
        // It puts in what is not seen here.
        if (targets.some(({ instance }) => this.#mayFill(this.#facts.byId[id], use, instance))) return undefined;
      }
    }
    const { byId, returned } = this.#facts;
    for (const expression of byId) {
      // What goes into what is returned comes too late.
      if (!expression || returned.includes(expression)) continue;
      for (const { value, spread } of storedBy(expression)) {
        const objects = this.#objects(value);
        for (const object of objects) {
          // What the library gets from a function that it is given it may keep.
          if (object.type === "function") this.#addResults(object.function, foreign);
        }
        if (this.#isMade(value)) continue;
        for (const object of spread ? partsOf(objects) : objects) foreign.add(object);
      }
    }
    return followObjects(foreign);
  }

  /** Whether a call may change what the function has made, in other ways than the library does with what it is given. */
  #mayFill(call: Expression | undefined, use: string, called: FunctionInstance): boolean {
    const callee = currentInstance(called);
    const summary = this.#context.summaryOf(callee);
    const fills = ({ excuses, changes }: Effects): boolean => excuses || (!callee.function.library && changes.size > 0);
    if (fills(summary)) return true;
    const objects = (given: Expression): AbstractObject[] => this.#objects(given);
    if (!call) return [...summary.runs.values()].some((byFunction) => [...byFunction.values()].some(fills));
    return [...runsOf(summary, callee.function, call, use, objects)].some(({ effects }) => fills(effects));
  }

  #addResults(definition: FunctionInstance["function"], foreign: Set<AbstractObject>): void {
    for (const { result } of this.#context.instancesOf(definition)) {
      for (const object of objectsOf(result)) foreign.add(object);
    }
  }
}

function className(callee: Expression): string {
  if (callee.op === "library") return callee.name;
  const holds = callee.op === "get" ? callee.variable.holds : undefined;
  return holds?.type === "class" && holds.library ? holds.name : "";
}
