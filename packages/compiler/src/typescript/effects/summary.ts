import type { IrVariable, Position } from "../ir/index.ts";

/** Something that was there before a call, and that no parameter leads to. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** What leads to an object: a parameter, `this` or a variable of a function around, or nothing that is known. */
export type Root = IrVariable | typeof UNKNOWN;

/** What others can notice of a call of a function. */
export interface Summary {
  /**
   * Where it does something that does not depend on what it is given: it assigns a module's variable, or asks the host for something. The place is
   * the author's, unless the function is the library's.
   */
  effect: Position | undefined;
  /** Its parameters, and variables of functions around it, whose objects it changes, and where. */
  changes: Map<IrVariable, Position>;
  /** Variables of functions around it that it assigns, and where. */
  assigns: Map<IrVariable, Position>;
  /** It changes objects of which only their kind says that the caller has made them. */
  excuses: boolean;
  /** What leads to what it returns; nothing if the function has made it. */
  returns: Set<Root>;
}

/** What is assumed of a function that has not been looked at: nothing. Looking again and again can only add to it. */
export function createSummary(): Summary {
  return { effect: undefined, changes: new Map(), assigns: new Map(), excuses: false, returns: new Set() };
}

/** The place of something that others can notice of a call, if there is something. */
export function noticeable({ effect, changes, assigns }: Summary): Position | undefined {
  return effect ?? [...changes.values(), ...assigns.values()][0];
}

/** Whether two summaries say the same; one of them was made later. */
export function isSameSummary(a: Summary, b: Summary): boolean {
  return (
    (a.effect === undefined) === (b.effect === undefined) &&
    a.changes.size === b.changes.size &&
    a.assigns.size === b.assigns.size &&
    a.excuses === b.excuses &&
    a.returns.size === b.returns.size
  );
}
