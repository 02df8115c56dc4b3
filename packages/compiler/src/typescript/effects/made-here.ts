import type { AbstractObject, CallTarget, FunctionInstance } from "../infer/index.ts";
import { currentInstance, objectsOf } from "../infer/index.ts";
import type { Expression, ExpressionOf, IrFunction, IrVariable } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";
import type { BodyFacts } from "./body-facts.ts";
import type { EffectContext } from "./effect-context.ts";
import { givenIn } from "./given-in.ts";
import { ITERATION, givenAs } from "./given.ts";
import { addAll, isCloning, isContainer, isOfAuthor, makesContainer } from "./makers.ts";
import { objectsGiven } from "./objects-given.ts";
import { partsOf } from "./old-objects.ts";
import type { Given, Root } from "./root.ts";
import { UNKNOWN, isPart, partOf, variableOf } from "./root.ts";
import { runsOf } from "./runs.ts";
import { storedBy } from "./stored-values.ts";
import type { Effects } from "./summary.ts";
import { canPut } from "./summary.ts";
import type { UsesOfCalls } from "./uses-of-calls.ts";

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
  /** Objects of others that the function puts into others, besides what it is given. */
  readonly puts: Set<AbstractObject> = new Set();
  /** Parameters, and variables of functions around it, that lead to what else it puts there. */
  readonly passes: Set<Given> = new Set();
  /** Objects that are put in and that no parameter leads to, and their parts. */
  #put: readonly ReadonlySet<AbstractObject>[];
  /** Parameters that lead to whatever else is put in. */
  #passed: ReadonlySet<Given>;
  /** Objects of others that are put in, and their parts. */
  #foreign: readonly ReadonlySet<AbstractObject>[];

  constructor(context: EffectContext, instance: FunctionInstance, facts: BodyFacts, calls: UsesOfCalls) {
    this.#context = context;
    this.#instance = instance;
    this.#facts = facts;
    this.#calls = calls;
    this.#variables = this.#findVariables();
    const stored = this.#findStored();
    const filled = this.#findFilled();
    this.#put = context.reach.ofAll(new Set([...this.puts, ...filled.puts]));
    this.#passed = new Set([...this.passes, ...filled.passes]);
    const passed = [...filled.passes].flatMap((root) => [...this.#objectsThrough(root)]);
    this.#foreign = [...this.#put, ...context.reach.ofAll(new Set([...stored, ...passed]))];
  }

  /** Whether an expression reads what the function has made itself. */
  reads(expression: Expression): boolean {
    return this.hasMade(expression, this.#objects(expression));
  }

  /** Whether all that is reached through what an expression gives, if it is of these kinds, is what the function has made itself. */
  hasMade(expression: Expression, objects: readonly AbstractObject[]): boolean {
    return this.#isMade(expression) && this.areOwn(objects);
  }

  /** The parameters that lead to what the function has put into what it has made, if nothing else of these kinds is there. */
  madeWith(expression: Expression, objects: readonly AbstractObject[]): ReadonlySet<Given> | undefined {
    const isOther = (object: AbstractObject): boolean => this.#put.some((reached) => reached.has(object));
    return this.#isMade(expression) && !objects.some(isOther) ? this.#passed : undefined;
  }

  /** Whether a loop goes through what the function has made itself. */
  visits(variable: IrVariable): boolean {
    const node = this.#instance.variables.get(variable);
    return this.#variables.has(variable) && node !== undefined && this.areOwn(objectsOf(node));
  }

  /** Whether the function puts no objects of these kinds into others, unless it has made them. */
  areOwn(objects: readonly AbstractObject[]): boolean {
    return objects.every((object) => !this.#foreign.some((reached) => reached.has(object)));
  }

  #objects(expression: Expression): AbstractObject[] {
    return objectsGiven(this.#instance, expression);
  }

  /** All of them, less those that get something else, less those that get these, until none is left to take away. */
  #findVariables(): Set<IrVariable> {
    const { function: definition } = this.#instance;
    const found = (this.#variables = new Set<IrVariable>());
    if (definition.kind !== "ordinary") return found;
    const { values, iterated } = this.#facts;
    const given = new Set(definition.parameters.map(({ variable }) => variable));
    for (const variable of values.keys()) {
      // What functions inside put into a constant is known from their summaries.
      const isSeen = !variable.captured || variable.writes === 0;
      if (variable.owner === definition && isSeen && !given.has(variable)) found.add(variable);
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
      case "parseJson":
        return true;
      case "new":
        return this.#isMadeByClass(expression);
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
        return (this.#isMade(expression.object) && this.#isOfLibrary(expression)) || this.#isMadeByCall(expression);
      case "call":
      case "callLibrary":
        return isCloning(expression) || this.#isMadeByCall(expression);
      case "superMethod":
        return this.#isMadeByCall(expression);
      case "setProperty":
      case "setElement":
        return this.#isMade(expression.value);
      case "intrinsic":
        return this.#isMadeByIntrinsic(expression);
      default:
        return this.#objects(expression).length === 0;
    }
  }

  /** Whether all that an expression calls is the library's. */
  #isOfLibrary({ id }: Expression): boolean {
    const uses = this.#calls.get(id) ?? [];
    return uses.every(({ targets }) => targets.every(({ instance }) => instance.function.library));
  }

  #isMadeByIntrinsic(expression: ExpressionOf<"intrinsic">): boolean {
    const { from } = intrinsicFacts(expression.name);
    if (!from || this.#objects(expression).length === 0) return true;
    const source = expression.arguments[0];
    // What comes from the host leads to nothing.
    return source !== undefined && this.#objects(source).length > 0 && this.#isMade(source);
  }

  /** Instances of the author's classes hold what their constructors put in, which is known; those of the library's what they are given. */
  #isMadeByClass({ callee, arguments: given }: ExpressionOf<"new">): boolean {
    if (makesContainer(callee)) return given.every(({ value }) => this.#objects(value).every(isContainer));
    const classes = this.#objects(callee);
    return classes.length > 0 && classes.every((each) => each.type === "class" && isOfAuthor(each));
  }

  /** Whether the functions that are called make what they give, or have it from what the function has made. */
  #isMadeByCall(call: Expression): boolean {
    const uses = (this.#calls.get(call.id) ?? []).filter(({ use }) => !ITERATION.test(use));
    return (
      uses.length > 0 && uses.every(({ use, targets }) => targets.every((target) => this.#isMadeBy(call, use, target)))
    );
  }

  #isMadeBy(call: Expression, use: string, { instance }: CallTarget): boolean {
    const callee = currentInstance(instance).function;
    for (const root of this.#context.summaryOf(instance).holds) {
      const variable = root === UNKNOWN || !isPart(root) ? root : root.part;
      if (variable === UNKNOWN || variable.owner !== callee) return false;
      const given = givenAs(call, use, callee, variable);
      if (given.type !== "none" && (given.type !== "value" || !this.#isMade(given.value))) return false;
    }
    return true;
  }

  /** What the functions that are called put into what the function has made. */
  #findFilled(): Pick<Effects, "puts" | "passes"> {
    const puts = new Set<AbstractObject>();
    const passes = new Set<Given>();
    for (const [id, uses] of this.#calls) {
      const call = this.#facts.byId[id];
      const isMaking = call?.op === "new" || call?.op === "superCall";
      for (const { use, targets } of uses) {
        for (const { instance } of targets) {
          const callee = currentInstance(instance);
          const summary = this.#context.summaryOf(callee);
          if (!call) {
            addAll(summary.puts, puts);
            continue;
          }
          const runs = runsOf(summary, callee.function, call, use, (given) => this.#objects(given));
          for (const effects of [summary, ...[...runs].map((run) => run.effects)]) {
            if (!isMaking && !canPut(effects)) continue;
            const filled = this.putBy(effects, call, use, callee);
            for (const object of filled.puts) puts.add(object);
            for (const root of filled.passes) passes.add(root);
          }
        }
      }
    }
    return { puts, passes };
  }

  /** What a call puts into objects, as it looks from here. */
  putBy(effects: Effects, call: Expression, use: string, callee: FunctionInstance): Pick<Effects, "puts" | "passes"> {
    const puts = new Set(effects.puts);
    const passes = new Set<Given>();
    for (const root of effects.passes) {
      const variable = variableOf(root);
      const given = givenAs(call, use, callee.function, variable);
      if (given.type === "none" || (given.type === "value" && this.#isMade(given.value))) continue;
      const through = given.type === "value" ? this.#givenIn(given.value) : undefined;
      if (through) {
        passes.add(isPart(root) ? partOf(variableOf(through)) : through);
        continue;
      }
      const node = callee.variables.get(variable);
      const objects = given.type === "value" ? this.#objects(given.value) : node ? objectsOf(node) : [];
      addAll(isPart(root) ? partsOf(objects) : objects, puts);
    }
    return { puts, passes };
  }

  /** The objects that are reached through what a variable of the function leads to. */
  #objectsThrough(root: Given): Iterable<AbstractObject> {
    const node = this.#instance.variables.get(variableOf(root));
    const objects = node ? objectsOf(node) : [];
    return isPart(root) ? partsOf(objects) : objects;
  }

  #givenIn(expression: Expression): Given | undefined {
    return givenIn(expression, {
      definition: this.#instance.function,
      facts: this.#facts,
      isRead: (read) => this.#isOfLibrary(read),
      leadsOn: (source) => this.#objects(source).length > 0,
    });
  }

  #findStored(): ReadonlySet<AbstractObject> {
    const { byId, returned } = this.#facts;
    const cloned = new Set(
      byId.flatMap((call) => (call && isCloning(call) ? storedBy(call).map(({ value }) => value) : [])),
    );
    const stored = new Set<AbstractObject>();
    for (const expression of byId) {
      // What goes into a literal that is returned comes too late.
      const isLate = expression?.op === "array" || expression?.op === "object" ? returned.includes(expression) : false;
      if (expression && !isLate && !cloned.has(expression)) this.#addStored(expression, stored);
    }
    return stored;
  }

  #addStored(expression: Expression, into: Set<AbstractObject>): void {
    if (isCloning(expression) || this.#isAnsweredFor(expression)) return;
    for (const { value, spread, except } of storedBy(expression)) {
      const objects = this.#objects(value);
      for (const object of objects) if (object.type === "function") this.#addGiven(object.function, expression, into);
      if (this.#isMade(value)) continue;
      const found = spread ? partsOf(objects, except) : objects;
      addAll(found, into);
      const through = spread ? undefined : this.#givenIn(value);
      if (through) this.passes.add(through);
      else addAll(found, this.puts);
    }
  }

  /** Whether the summaries of the called functions say what they do with what they are given: those of an author's do. */
  #isAnsweredFor(expression: Expression): boolean {
    if (!("arguments" in expression) || expression.op === "intrinsic") return false;
    if (this.#instance.function.library && expression.op === "call" && this.#isParameter(expression.callee))
      return true;
    const targets = (this.#calls.get(expression.id) ?? []).flatMap((use) => use.targets);
    return targets.length > 0 && targets.every(({ instance }) => !instance.function.library);
  }

  /** Whether an expression reads a parameter: functions that the library is given are an author's, or bound ones that call these. */
  #isParameter(expression: Expression): boolean {
    if (expression.op === "narrow") return this.#isParameter(expression.value);
    if (expression.op !== "get") return false;
    return this.#instance.function.parameters.some(({ variable }) => variable === expression.variable);
  }

  /** What the library gets from a function that it is given, or gives one of its own, it may keep. */
  #addGiven(definition: IrFunction, call: Expression, into: Set<AbstractObject>): void {
    const found = new Set<AbstractObject>();
    if (definition.library && call.op === "callMethod") addAll(partsOf(this.#objects(call.object)), found);
    this.#addResults(definition, found);
    addAll(found, into);
    addAll(found, this.puts);
  }

  #addResults(definition: IrFunction, foreign: Set<AbstractObject>): void {
    for (const instance of this.#context.instancesOf(definition)) {
      const { holds } = this.#context.summaryOf(instance);
      const isGiven = (root: Root): boolean =>
        root !== UNKNOWN && (isPart(root) ? root.part : root).owner === definition;
      // What it gives back the library had before.
      if ([...holds].every(isGiven)) continue;
      addAll(objectsOf(instance.result), foreign);
    }
  }
}
