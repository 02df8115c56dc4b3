import type { Analysis, CallTarget, FunctionInstance } from "../infer/index.ts";
import { currentInstance, expressionAt, objectsOf } from "../infer/index.ts";
import type { Expression, ExpressionOf, IrFunction, IrVariable } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";
import type { BodyFacts } from "./body-facts.ts";
import { factsOf } from "./body-facts.ts";
import type { Root, Summary } from "./summary.ts";
import { UNKNOWN, createSummary } from "./summary.ts";

/** What summaries are made with. */
export interface EffectContext {
  analysis: Analysis;
  /** Constructors and field initialisers, whose `this` is new. */
  constructors: ReadonlySet<IrFunction>;
  summaryOf(instance: FunctionInstance): Summary;
}

/** The calls that an expression makes for one use, such as the getter of a property. */
interface UseOfCall {
  use: string;
  targets: readonly CallTarget[];
}

/** Uses of calls that an iteration makes, such as that of `step`. */
const ITERATION = /^(?:iterator|step|next|return)/;

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
  #escaped: Set<IrVariable> | undefined;
  #calls = new Map<number, UseOfCall[]>();
  /** What it changes of the library's own is nothing that lasts. */
  #isScratch: boolean;
  /** What it changes of what it is given nobody can tell. */
  #isArranging: boolean;

  constructor(context: EffectContext, instance: FunctionInstance) {
    this.#context = context;
    this.#instance = currentInstance(instance);
    this.#facts = factsOf(this.#instance.function.body);
    const { library, name, position } = this.#instance.function;
    this.#isScratch = library && SCRATCH.test(position.file);
    this.#isArranging = library && ARRANGING[position.file]?.includes(name) === true;
    for (const [site, targets] of this.#instance.calls) {
      const at = expressionAt(site);
      if (!at) continue;
      const uses = this.#calls.get(at.id) ?? [];
      uses.push({ use: at.use, targets });
      this.#calls.set(at.id, uses);
    }
  }

  /** Made anew whenever it is asked for. */
  summarize(): Summary {
    this.#summary = createSummary();
    const { returned, active, byId } = this.#facts;
    for (const value of returned) for (const root of this.#rootsOf(value)) this.#summary.returns.add(root);
    for (const expression of active) this.#visit(expression);
    for (const [id, uses] of this.#calls) {
      const expression = byId[id];
      if (!expression) continue;
      for (const { use, targets } of uses) {
        for (const { instance } of targets) this.#call(expression, use, instance);
      }
    }
    return this.#summary;
  }

  #visit(expression: Expression): void {
    switch (expression.op) {
      case "set":
        this.#assign(expression.variable);
        break;
      case "setProperty":
      case "setElement":
      case "deleteElement":
        this.#change(this.#rootsOf(expression.object));
        break;
      case "setSuperProperty":
        this.#change(this.#rootsOfVariable(expression.receiver));
        break;
      case "intrinsic": {
        const { acts, changes } = intrinsicFacts(expression.name);
        if (acts) this.#summary.hasEffect = true;
        const changed = expression.arguments[changes ?? -1];
        if (changed) this.#change(this.#rootsOf(changed));
        break;
      }
      case "call":
        // A function of JavaScript's can do anything.
        if (this.#objects(expression.callee).some(({ type }) => type === "hostFunction"))
          this.#summary.hasEffect = true;
        break;
      default:
    }
  }

  #objects(expression: Expression): ReturnType<typeof objectsOf> {
    return objectsOf(this.#context.analysis.expression(this.#instance, expression));
  }

  #assign(variable: IrVariable): void {
    if (variable.owner === this.#instance.function) return;
    if (variable.owner) this.#summary.assigns.add(variable);
    else if (!this.#isScratch) this.#summary.hasEffect = true;
  }

  #change(roots: ReadonlySet<Root>): void {
    const { function: definition } = this.#instance;
    for (const root of roots) {
      if (root === UNKNOWN) this.#summary.hasEffect ||= !this.#isScratch;
      else if (
        !this.#isArranging &&
        (root !== definition.thisVariable || !this.#context.constructors.has(definition))
      ) {
        this.#summary.changes.add(root);
      }
    }
  }

  #call(expression: Expression, use: string, called: FunctionInstance): void {
    const callee = currentInstance(called);
    const summary = this.#context.summaryOf(callee);
    this.#summary.hasEffect ||= summary.hasEffect;
    for (const variable of summary.assigns) this.#assign(variable);
    for (const variable of summary.changes) this.#change(this.#seenFrom(expression, use, callee.function, variable));
  }

  /** What a variable of a called function, or around it, is where it is called. */
  #seenFrom(
    expression: Expression,
    use: string,
    callee: IrFunction,
    variable: IrVariable,
    seen: ReadonlySet<IrVariable> = new Set(),
  ): ReadonlySet<Root> {
    return variable.owner === callee
      ? this.#given(expression, use, callee, variable, seen)
      : this.#rootsOfVariable(variable, seen);
  }

  /** What a call gives as a parameter or as `this`. */
  #given(
    expression: Expression,
    use: string,
    callee: IrFunction,
    variable: IrVariable,
    seen: ReadonlySet<IrVariable>,
  ): ReadonlySet<Root> {
    if (variable === callee.thisVariable) return this.#receiver(expression, use, seen);
    const index = callee.parameters.findIndex((parameter) => parameter.variable === variable);
    if (callee.parameters[index]?.rest) return new Set();
    if (use === "set" && isWrite(expression)) {
      const values = expression.op === "setElement" ? [expression.key, expression.value] : [expression.value];
      return this.#rootsOfMaybe(values[index], seen);
    }
    // A spread writes to the object that is being made.
    if (use === "copy") return index === 0 ? new Set() : new Set([UNKNOWN]);
    if (expression.op === "intrinsic") {
      const { passes } = intrinsicFacts(expression.name);
      const passed = passes && expression.arguments[index - passes.parameter + passes.argument];
      return passed && passes && index >= passes.parameter ? this.#rootsOf(passed, seen) : new Set([UNKNOWN]);
    }
    if (!("arguments" in expression) || !/^(?:new.*|@@call|)$/s.test(use)) {
      return new Set([UNKNOWN]);
    }
    const firstSpread = expression.arguments.findIndex(({ spread }) => spread);
    if (firstSpread >= 0 && index >= firstSpread) return new Set([UNKNOWN]);
    const given = expression.arguments[index];
    return this.#rootsOfMaybe(given?.value, seen);
  }

  #receiver(expression: Expression, use: string, seen: ReadonlySet<IrVariable>): ReadonlySet<Root> {
    if (expression.op === "new" && use.startsWith("new")) return new Set();
    if (expression.op === "object" && use === "set") return new Set();
    if (ITERATION.test(use) && !use.startsWith("iterator")) {
      // A loop steps through what it was given when it asked for an iterator.
      return this.#rootsOfUses(expression, seen, (other) => other.startsWith("iterator"));
    }
    if (use.startsWith("iterator")) return this.#rootsOf(expression, seen);
    if ("receiver" in expression) return this.#rootsOfVariable(expression.receiver, seen);
    return "object" in expression ? this.#rootsOf(expression.object, seen) : new Set([UNKNOWN]);
  }

  #rootsOfMaybe(expression: Expression | undefined, seen: ReadonlySet<IrVariable>): ReadonlySet<Root> {
    return expression ? this.#rootsOf(expression, seen) : new Set();
  }

  /** What leads to the object that an expression gives; nothing if the function has made it. */
  #rootsOf(expression: Expression, seen: ReadonlySet<IrVariable> = new Set()): ReadonlySet<Root> {
    const both = (a: Expression, b: Expression): ReadonlySet<Root> =>
      new Set([...this.#rootsOf(a, seen), ...this.#rootsOf(b, seen)]);
    switch (expression.op) {
      case "get":
        return this.#rootsOfVariable(expression.variable, seen);
      case "set":
      case "narrow":
      case "do":
        return this.#rootsOf(expression.value, seen);
      case "conditional":
        return both(expression.then, expression.otherwise);
      case "logical":
        return both(expression.left, expression.right);
      case "property":
        // The parts that objects of the library are made of belong to them alone.
        return this.#instance.function.library
          ? this.#rootsOf(expression.object, seen)
          : (this.#rootsOfMember(expression, seen) ?? this.#known(expression));
      case "element":
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
        return from === "before" ? this.#known(expression) : new Set();
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
      for (const root of this.#rootsOf(value, new Set([...seen, variable]))) roots.add(root);
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

  /** Something that was there before, if it can be an object at all. */
  #known(expression: Expression): ReadonlySet<Root> {
    return this.#objects(expression).length > 0 ? new Set([UNKNOWN]) : new Set();
  }

  #rootsOfCall(expression: Expression, seen: ReadonlySet<IrVariable>): ReadonlySet<Root> {
    const known = this.#known(expression);
    if (known.size === 0 || !this.#calls.has(expression.id)) return known;
    return this.#rootsOfUses(expression, seen, (use) => !ITERATION.test(use));
  }

  /** What leads to what the calls give that an expression makes for some uses. */
  #rootsOfUses(
    expression: Expression,
    seen: ReadonlySet<IrVariable>,
    isWanted: (use: string) => boolean,
  ): ReadonlySet<Root> {
    const roots = new Set<Root>();
    for (const { use, targets } of this.#calls.get(expression.id) ?? []) {
      if (!isWanted(use)) continue;
      for (const { instance } of targets) {
        const callee = currentInstance(instance).function;
        for (const root of this.#context.summaryOf(instance).returns) {
          if (root === UNKNOWN) roots.add(root);
          else for (const found of this.#seenFrom(expression, use, callee, root, seen)) roots.add(found);
        }
      }
    }
    return roots;
  }

  #rootsOfVariable(variable: IrVariable, seen: ReadonlySet<IrVariable> = new Set()): ReadonlySet<Root> {
    const { function: definition } = this.#instance;
    if (seen.has(variable)) return new Set();
    if (!variable.owner) return variable.holds ? new Set() : new Set([UNKNOWN]);
    if (variable.owner !== definition) return new Set([variable]);
    const roots = new Set<Root>();
    const isGiven =
      variable === definition.thisVariable ||
      definition.parameters.some((parameter) => parameter.variable === variable);
    if (isGiven && !definition.parameters.some((parameter) => parameter.variable === variable && parameter.rest)) {
      roots.add(variable);
    }
    for (const value of this.#facts.values.get(variable) ?? []) {
      if (!value) roots.add(UNKNOWN);
      else for (const root of this.#rootsOf(value, new Set([...seen, variable]))) roots.add(root);
    }
    return roots;
  }
}

function isWrite(
  expression: Expression,
): expression is ExpressionOf<"setElement" | "setProperty" | "setSuperProperty"> {
  return expression.op === "setElement" || expression.op === "setProperty" || expression.op === "setSuperProperty";
}
