import type { Analysis, FunctionInstance, Inference } from "../infer/index.ts";
import { currentInstance } from "../infer/index.ts";
import type { BorderType, IrFunction, Position } from "../ir/index.ts";
import type { EffectContext } from "./effect-context.ts";
import { findOldObjects } from "./old-objects.ts";
import { Reach } from "./reach.ts";
import { findSteadyExpressions } from "./steady-expressions.ts";
import { Summarizer } from "./summarize.ts";
import type { Summary } from "./summary.ts";
import { createSummary, isSameSummary, noticeable } from "./summary.ts";

/**
 * The exported functions whose calls nobody notices: they change neither what was there before nor what they are given, and ask the host
 * for nothing but answers. So a view may call them whenever it likes.
 *
 * Each function gets a summary of what it changes: outside of it, of its parameters, of the variables around it. Summaries are made again when
 * those of called functions have changed.
 */
export function findPureExports({ analysis, exports }: Inference): Purity {
  const roots = exports.flatMap(({ export: made, direct }) =>
    direct && isImmediate(made.type) ? [{ name: made.name, instance: currentInstance(direct.instance) }] : [],
  );
  return findPure(analysis, roots);
}

/** The functions of a controller whose calls nobody notices. */
export function findPureMembers(
  { analysis, border }: Inference,
  controller: Extract<BorderType, { type: "controller" }>,
): Purity {
  const operations = border.crossings.get(controller)?.operations;
  const roots = controller.exports.flatMap(({ name, type }) => {
    const call = operations?.get(`call ${name}`);
    return call && isImmediate(type) ? [{ name, instance: currentInstance(call.instance) }] : [];
  });
  return findPure(analysis, roots);
}

/** Which functions change nothing, and where the others do it. */
export interface Purity {
  pure: ReadonlySet<string>;
  effects: ReadonlyMap<string, Position>;
}

interface Root {
  name: string;
  instance: FunctionInstance;
}

function findPure(analysis: Analysis, roots: readonly Root[]): Purity {
  const { reached, callers } = reach(roots.map(({ instance }) => instance));
  const summaries = new Map<FunctionInstance, Summary>();
  for (const instance of reached) summaries.set(instance, createSummary());
  const context: EffectContext = {
    analysis,
    constructors: findConstructors(analysis),
    old: findOldObjects(
      analysis,
      roots.map(({ instance }) => instance),
      reached,
    ),
    reach: new Reach(),
    steady: findSteadyExpressions(analysis),
    instancesOf: instancesByFunction(analysis),
    summaryOf: (instance) => summaries.get(currentInstance(instance)) ?? createSummary(),
  };
  const summarizers = new Map<FunctionInstance, Summarizer>();
  // Those that are called were mostly found after their callers: what they do is best known first.
  const pending = new Set([...reached].reverse());
  for (const instance of pending) {
    pending.delete(instance);
    let summarizer = summarizers.get(instance);
    if (!summarizer) summarizers.set(instance, (summarizer = new Summarizer(context, instance)));
    const summary = summarizer.summarize();
    if (isSameSummary(context.summaryOf(instance), summary)) continue;
    summaries.set(instance, summary);
    for (const caller of callers.get(instance) ?? []) pending.add(caller);
  }
  const pure = new Set<string>();
  const effects = new Map<string, Position>();
  for (const { name, instance } of roots) {
    const place = noticeable(context.summaryOf(instance));
    // Positions move when the program is edited; what has been told stays.
    if (place) effects.set(name, { ...place });
    else pure.add(name);
  }
  return { pure, effects };
}

/** A view has no use for a promise, and the function may go on behind it. */
function isImmediate(type: BorderType): boolean {
  if (type.type !== "function") return false;
  return !type.async && !(type.result.type === "library" && type.result.name === "Promise");
}

/** The instances and all that they call, and who calls each. */
function reach(roots: readonly FunctionInstance[]): {
  reached: ReadonlySet<FunctionInstance>;
  callers: ReadonlyMap<FunctionInstance, ReadonlySet<FunctionInstance>>;
} {
  const reached = new Set(roots);
  const callers = new Map<FunctionInstance, Set<FunctionInstance>>();
  for (const caller of reached) {
    for (const targets of caller.calls.values()) {
      for (const target of targets) {
        const called = currentInstance(target.instance);
        reached.add(called);
        const known = callers.get(called);
        if (known) known.add(caller);
        else callers.set(called, new Set([caller]));
      }
    }
  }
  return { reached, callers };
}

function instancesByFunction(analysis: Analysis): (definition: IrFunction) => readonly FunctionInstance[] {
  const found = new Map<IrFunction, FunctionInstance[]>();
  for (const instance of analysis.instances) {
    if (instance.merged) continue;
    const known = found.get(instance.function);
    if (known) known.push(instance);
    else found.set(instance.function, [instance]);
  }
  return (definition) => found.get(definition) ?? [];
}

function findConstructors(analysis: Analysis): Set<IrFunction> {
  const constructors = new Set<IrFunction>();
  for (const object of analysis.objects) {
    if (object.type !== "class") continue;
    const { construct, initializer } = object.definition;
    if (construct) constructors.add(construct);
    if (initializer) constructors.add(initializer);
  }
  return constructors;
}
