import type { AbstractObject } from "../infer/index.ts";
import type { IrVariable, Position } from "../ir/index.ts";
import type { Given, Root } from "./root.ts";

/** A change of parts of what a variable holds: where it happens, and what they are. */
export interface PartChange {
  position: Position;
  objects: Set<AbstractObject>;
}

/** What others can notice of something that a function does. */
export interface Effects {
  /**
   * Where it does something that does not depend on what it is given: it assigns a module's variable, or asks the host for something. The place is
   * the author's, unless the function is the library's.
   */
  effect: Position | undefined;
  /** Its parameters, and variables of functions around it, whose objects it changes, and where. */
  changes: Map<IrVariable, Position>;
  /** Parameters, and variables of functions around it, parts of whose objects it changes: whatever they lead to. */
  parts: Map<IrVariable, PartChange>;
  /** Objects that it has not made and may put into those that it changes. */
  puts: Set<AbstractObject>;
  /** Parameters, and variables of functions around it, that lead to what else it may put there. */
  passes: Set<Given>;
  /** Variables of functions around it that it assigns, and where. */
  assigns: Map<IrVariable, Position>;
  /** It changes objects of which only their kind says that the caller has made them. */
  excuses: boolean;
}

/** What others can notice of a call of a function. */
export interface Summary extends Effects {
  /**
   * What it does by calling functions that it is given, by parameter and function. One analysis of `filter` serves many calls of it: each of them
   * answers only for the functions that it gives.
   */
  runs: Map<IrVariable, Map<AbstractObject, Effects>>;
  /** What leads to what it returns; nothing if the function has made it. */
  returns: Set<Root>;
  /** What leads to whatever is reached through what it returns, besides what the function has made. */
  holds: Set<Root>;
}

/** What is assumed of a function that has not been looked at: nothing. Looking again and again can only add to it. */
export function createSummary(): Summary {
  return { ...createEffects(), runs: new Map(), returns: new Set(), holds: new Set() };
}

/** Nothing that anybody can notice. */
export function createEffects(): Effects {
  return {
    effect: undefined,
    changes: new Map(),
    parts: new Map(),
    puts: new Set(),
    passes: new Set(),
    assigns: new Map(),
    excuses: false,
  };
}

/** Whether something changes objects that others have made, so that it can put something into them. */
export function canPut({ changes, parts, excuses }: Effects): boolean {
  return excuses || changes.size > 0 || parts.size > 0;
}

/** The place of something that others can notice of a call, if there is something. */
export function noticeable(summary: Summary): Position | undefined {
  for (const { effect, changes, parts, assigns } of allEffects(summary)) {
    const place = effect ?? [...changes.values(), ...assigns.values()][0] ?? [...parts.values()][0]?.position;
    if (place) return place;
  }
  return undefined;
}

/** Whether two summaries say the same; one of them was made later. */
export function isSameSummary(a: Summary, b: Summary): boolean {
  if (a.returns.size !== b.returns.size || a.runs.size !== b.runs.size || a.holds.size !== b.holds.size) return false;
  const others = [...allEffects(b)];
  const own = [...allEffects(a)];
  return own.length === others.length && weightOf(own) === weightOf(others);
}

function* allEffects(summary: Summary): Iterable<Effects> {
  yield summary;
  for (const byFunction of summary.runs.values()) yield* byFunction.values();
}

/** How much effects say: what is made later never says less. */
function weightOf(all: readonly Effects[]): number {
  let weight = 0;
  for (const { effect, changes, parts, puts, passes, assigns, excuses } of all) {
    weight += (effect ? 1 : 0) + changes.size + parts.size + puts.size + passes.size + assigns.size + (excuses ? 1 : 0);
    for (const { objects } of parts.values()) weight += objects.size;
  }
  return weight;
}
