import type { AbstractObject, CallTarget, FunctionInstance } from "../infer/index.ts";
import { canonical, currentInstance, objectsOf } from "../infer/index.ts";
import type { Expression, IrVariable, Position } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";
import type { BodyFacts } from "./body-facts.ts";
import { factsOf } from "./body-facts.ts";
import type { EffectContext } from "./effect-context.ts";
import { Roots } from "./roots.ts";
import { runsOf } from "./runs.ts";
import { givenTo } from "./steady-expressions.ts";
import type { Root } from "./root.ts";
import { UNKNOWN, isPart } from "./root.ts";
import type { Effects, PartChange, Summary } from "./summary.ts";
import { canPut, createEffects, createSummary } from "./summary.ts";

/** Files of the library whose variables hold nothing from one call to the next. */
const SCRATCH = /^rune:library\/(?:json-|array-join)/;

/** Functions of the library that change how an object keeps what it has, not what it has: whoever reads it cannot tell. */
const ARRANGING: Readonly<Record<string, readonly string[]>> = {
  "rune:library/dictionary.ts": ["@@#count", "@@#numbers"],
  "rune:library/entry-cursor.ts": ["EntryCursor"],
};

/** Finds out what others can notice of a function, from its body and what is known so far of the functions that it calls. */
export class Summarizer {
  #context: EffectContext;
  #instance: FunctionInstance;
  #summary: Summary = createSummary();
  #facts: BodyFacts;
  #roots: Roots;
  /** What it changes of the library's own is nothing that lasts. */
  #isScratch: boolean;
  /** What it changes of what it is given nobody can tell. */
  #isArranging: boolean;

  constructor(context: EffectContext, instance: FunctionInstance) {
    this.#context = context;
    this.#instance = currentInstance(instance);
    this.#facts = factsOf(this.#instance.function.body);
    this.#roots = new Roots(context, this.#instance, this.#facts);
    const { library, name, position } = this.#instance.function;
    this.#isScratch = library && SCRATCH.test(position.file);
    this.#isArranging = library && ARRANGING[position.file]?.includes(name) === true;
  }

  /** Made anew whenever it is asked for. */
  summarize(): Summary {
    this.#summary = createSummary();
    this.#roots.restart();
    const { returned, active, byId } = this.#facts;
    for (const value of returned) for (const root of this.#roots.of(value)) this.#summary.returns.add(root);
    for (const value of returned) this.#hold(value);
    // What the library moves about it has been given.
    if (!this.#instance.function.library) {
      for (const object of this.#roots.own.puts) this.#summary.puts.add(object);
      for (const variable of this.#roots.own.passes) this.#summary.passes.add(variable);
    }
    for (const expression of active) this.#visit(expression);
    for (const [id, uses] of this.#roots.calls) {
      const expression = byId[id];
      if (!expression) continue;
      for (const { use, targets } of uses) {
        for (const target of targets) this.#call(expression, use, target);
      }
    }
    return this.#summary;
  }

  /** Notes what leads to whatever is reached through a returned value. */
  #hold(value: Expression): void {
    const { holds } = this.#summary;
    const reached = this.#context.reach.ofAll(this.#roots.objects(value)).flatMap((objects) => [...objects]);
    if (reached.length === 0) return;
    // What waits between two calls may be anybody's.
    if (this.#instance.function.kind !== "ordinary") holds.add(UNKNOWN);
    else for (const root of this.#roots.parts(value, reached)) holds.add(root);
  }

  #visit(expression: Expression): void {
    switch (expression.op) {
      case "set":
        return this.#assign(this.#summary, expression.variable, expression.position);
      case "setProperty":
      case "setElement":
      case "deleteElement":
        return this.#changeValue(expression.object, expression.position);
      case "setSuperProperty":
        return this.#change(this.#summary, this.#roots.ofVariable(expression.receiver), [], expression.position);
      case "intrinsic": {
        const { acts, changes } = intrinsicFacts(expression.name);
        if (acts) this.#summary.effect ??= expression.position;
        const changed = expression.arguments[changes ?? -1];
        if (changed) this.#changeValue(changed, expression.position);
        return;
      }
      case "call":
        // A function of JavaScript's can do anything.
        for (const object of this.#roots.objects(expression.callee)) {
          if (object.type === "hostFunction") this.#doneBy(expression, object).effect ??= expression.position;
        }
        return;
      default:
    }
  }

  #assign(into: Effects, variable: IrVariable, position: Position): void {
    if (variable.owner === this.#instance.function) return;
    if (variable.owner) note(into.assigns, variable, position);
    else if (!this.#isScratch) into.effect ??= position;
  }

  #changeValue(changed: Expression, position: Position): void {
    this.#change(this.#summary, this.#roots.of(changed), this.#roots.objects(changed), position);
  }

  /** Notes a change of some objects, to which the roots lead. */
  #change(into: Effects, roots: ReadonlySet<Root>, objects: readonly AbstractObject[], position: Position): void {
    const { function: definition } = this.#instance;
    for (const root of roots) {
      if (root === UNKNOWN) {
        if (this.#areNew(objects)) into.excuses = true;
        else if (!this.#isScratch) into.effect ??= position;
      } else if (isPart(root)) {
        if (!this.#isArranging) noteParts(into.parts, root.part, objects, position);
      } else if (
        !this.#isArranging &&
        (root !== definition.thisVariable || !this.#context.constructors.has(definition))
      ) {
        note(into.changes, root, position);
      }
    }
  }

  /** Whether it is known what all of them are, and none was there before. */
  #areNew(objects: readonly AbstractObject[]): boolean {
    const { old } = this.#context;
    // Classes and functions are there from the start, with what they have of their own.
    return (
      objects.length > 0 && objects.every((object) => !old.has(object) && !/^(?:class|function)$/.test(object.type))
    );
  }

  #call(expression: Expression, use: string, { on, instance }: CallTarget): void {
    const callee = currentInstance(instance);
    const summary = this.#context.summaryOf(callee);
    const into = typeof on === "object" ? this.#doneBy(expression, on) : this.#summary;
    this.#apply(summary, expression, use, callee, into);
    const objects = (given: Expression): AbstractObject[] => this.#roots.objects(given);
    for (const { called, effects, given } of runsOf(summary, callee.function, expression, use, objects)) {
      const parameter = given && this.#parameterIn(given);
      this.#apply(effects, expression, use, callee, parameter ? this.#run(parameter, called) : into);
    }
  }

  /** Notes what a call does, as it looks from here. */
  #apply(effects: Effects, expression: Expression, use: string, callee: FunctionInstance, into: Effects): void {
    const { effect, assigns, changes, parts, excuses } = effects;

    // Authors are shown what they have written themselves.
    const placeOf = (position: Position): Position => (callee.function.library ? expression.position : position);
    if (excuses) into.excuses = true;
    if (canPut(effects) || expression.op === "superCall") this.#put(effects, expression, use, callee, into);
    if (effect) into.effect ??= placeOf(effect);
    for (const [variable, position] of assigns) this.#assign(into, variable, placeOf(position));
    for (const [variable, position] of changes) {
      const given = givenTo(callee.function, variable, expression);
      if (given?.op === "get" && this.#context.steady.has(given.variable)) continue;
      const node = callee.variables.get(variable);
      const roots = this.#roots.seenFrom(expression, use, callee.function, variable);
      this.#change(into, roots, node ? objectsOf(node) : [], placeOf(position));
    }
    for (const [variable, { position, objects }] of parts) {
      const changed = Array.from(objects, canonical);
      const roots = this.#roots.partsSeenFrom(expression, use, callee.function, variable, changed);
      this.#change(into, roots, changed, placeOf(position));
    }
  }

  /** Notes what a call puts into objects. */
  #put(effects: Effects, expression: Expression, use: string, callee: FunctionInstance, into: Effects): void {
    const { puts, passes } = this.#roots.own.putBy(effects, expression, use, callee);
    for (const object of puts) into.puts.add(object);
    for (const variable of passes) into.passes.add(variable);
  }

  /** Where to note what a function does that an expression calls: apart, if the caller has given it. */
  #doneBy(expression: Expression, called: AbstractObject): Effects {
    const parameter = expression.op === "call" && this.#parameterIn(expression.callee);
    return parameter ? this.#run(parameter, called) : this.#summary;
  }

  #run(parameter: IrVariable, called: AbstractObject): Effects {
    const { runs } = this.#summary;
    let byFunction = runs.get(parameter);
    if (!byFunction) runs.set(parameter, (byFunction = new Map()));
    const key = canonical(called);
    let effects = byFunction.get(key);
    if (!effects) byFunction.set(key, (effects = createEffects()));
    return effects;
  }

  /** The parameter that an expression reads, if that always has what the caller has given. */
  #parameterIn(expression: Expression): IrVariable | undefined {
    if (expression.op === "narrow") return this.#parameterIn(expression.value);
    if (expression.op !== "get" || expression.variable.writes > 0) return undefined;
    const { variable } = expression;
    const { parameters, kind } = this.#instance.function;
    const isGiven = parameters.some((parameter) => parameter.variable === variable && !parameter.rest);
    // What goes on later is called by others, with nothing.
    return isGiven && kind === "ordinary" && !this.#facts.values.has(variable) ? variable : undefined;
  }
}

function note(places: Map<IrVariable, Position>, variable: IrVariable, position: Position): void {
  if (!places.has(variable)) places.set(variable, position);
}

function noteParts(
  parts: Map<IrVariable, PartChange>,
  variable: IrVariable,
  changed: readonly AbstractObject[],
  position: Position,
): void {
  let part = parts.get(variable);
  if (!part) parts.set(variable, (part = { position, objects: new Set() }));
  for (const object of changed) part.objects.add(object);
}
