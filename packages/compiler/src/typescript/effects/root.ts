import type { IrVariable } from "../ir/index.ts";

/** Something that was there before a call, and that no parameter leads to. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** Whatever is reached through what a variable holds. */
export interface Part {
  part: IrVariable;
}

/** What leads to an object that a function has been given: a parameter, `this` or a variable of a function around, or parts of what it holds. */
export type Given = IrVariable | Part;

/** What leads to an object; perhaps nothing that is known. */
export type Root = Given | typeof UNKNOWN;

const parts = new WeakMap<IrVariable, Part>();

/** The parts of what a variable holds; for each variable always the same. */
export function partOf(variable: IrVariable): Part {
  let part = parts.get(variable);
  if (!part) parts.set(variable, (part = { part: variable }));
  return part;
}

export function isPart(root: Given): root is Part {
  return "part" in root;
}

/** The variable that leads to an object. */
export function variableOf(root: Given): IrVariable {
  return isPart(root) ? root.part : root;
}
