import type { FunctionInstance, Inference } from "../infer/index.ts";
import { currentInstance } from "../infer/index.ts";
import type { IrFunction } from "../ir/index.ts";
import type { EffectContext } from "./summarize.ts";
import { summarize } from "./summarize.ts";
import type { Summary } from "./summary.ts";
import { createSummary, isSameSummary } from "./summary.ts";

/**
 * The exported functions whose calls nobody notices: they change neither what was there before nor what they are given, and ask the host
 * for nothing but answers. So a view may call them whenever it likes.
 *
 * Each function gets a summary of what it changes: outside of it, of its parameters, of the variables around it. Summaries are made again until
 * none of them changes.
 */
export function findPureExports({ analysis, exports }: Inference): ReadonlySet<string> {
  const roots = exports.flatMap(({ export: made, direct }) =>
    direct && isImmediate(made.type) ? [{ name: made.name, instance: currentInstance(direct.instance) }] : [],
  );
  const summaries = new Map<FunctionInstance, Summary>();
  for (const instance of reach(roots.map(({ instance: root }) => root))) summaries.set(instance, createSummary());
  const context: EffectContext = {
    analysis,
    constructors: findConstructors(analysis),
    summaryOf: (instance) => summaries.get(currentInstance(instance)) ?? createSummary(),
  };
  for (let isStable = false; !isStable;) {
    isStable = true;
    for (const [instance, before] of summaries) {
      const summary = summarize(context, instance);
      if (isSameSummary(before, summary)) continue;
      summaries.set(instance, summary);
      isStable = false;
    }
  }
  return new Set(
    roots
      .filter(({ instance }) => {
        const { hasEffect, changes, assigns } = context.summaryOf(instance);
        return !hasEffect && changes.size === 0 && assigns.size === 0;
      })
      .map(({ name }) => name),
  );
}

/** A view has no use for a promise, and the function may go on behind it. */
function isImmediate(type: Inference["exports"][number]["export"]["type"]): boolean {
  if (type.type !== "function") return false;
  return !type.async && !(type.result.type === "library" && type.result.name === "Promise");
}

/** The instances and all that they call. */
function reach(roots: readonly FunctionInstance[]): Set<FunctionInstance> {
  const found = new Set(roots);
  for (const instance of found) {
    for (const targets of instance.calls.values()) {
      for (const target of targets) found.add(currentInstance(target.instance));
    }
  }
  return found;
}

function findConstructors(analysis: Inference["analysis"]): Set<IrFunction> {
  const constructors = new Set<IrFunction>();
  for (const object of analysis.objects) {
    if (object.type !== "class") continue;
    const { construct, initializer } = object.definition;
    if (construct) constructors.add(construct);
    if (initializer) constructors.add(initializer);
  }
  return constructors;
}
