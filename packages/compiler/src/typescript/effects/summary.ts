import type { IrVariable } from "../ir/index.ts";

/** Something that was there before a call, and that no parameter leads to. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** What leads to an object: a parameter, `this` or a variable of a function around, or nothing that is known. */
export type Root = IrVariable | typeof UNKNOWN;

/** What others can notice of a call of a function. */
export interface Summary {
  /** It does something that does not depend on what it is given: it assigns a module's variable, or asks the host for something. */
  hasEffect: boolean;
  /** Its parameters, and variables of functions around it, whose objects it changes. */
  changes: Set<IrVariable>;
  /** Variables of functions around it that it assigns. */
  assigns: Set<IrVariable>;
  /** What leads to what it returns; nothing if the function has made it. */
  returns: Set<Root>;
}

/** What is assumed of a function that has not been looked at: nothing. Looking again and again can only add to it. */
export function createSummary(): Summary {
  return { hasEffect: false, changes: new Set(), assigns: new Set(), returns: new Set() };
}

/** Whether two summaries say the same; one of them was made later. */
export function isSameSummary(a: Summary, b: Summary): boolean {
  return (
    a.hasEffect === b.hasEffect &&
    a.changes.size === b.changes.size &&
    a.assigns.size === b.assigns.size &&
    a.returns.size === b.returns.size
  );
}
