import type { IrFunction } from "../ir/index.ts";
import type { AbstractObject, ClassObject } from "./values/abstract-object.ts";
import type { FunctionInstance } from "./values/function-instance.ts";
import { currentInstance } from "./values/function-instance.ts";

/**
 * The analysis that an analysis exists for: whose call made it, that makes the object whose method it is, or that it is written in.
 * What is kept apart by them is finite only because no function is analysed again for an analysis of its own.
 */
export function contextOf(instance: FunctionInstance): FunctionInstance | undefined {
  const context = instance.caller ?? (instance.owner && madeIn(instance.owner)) ?? instance.scope;
  return context && currentInstance(context);
}

/** The analysis that makes an object, where its methods are kept apart. */
export function madeIn(object: AbstractObject): FunctionInstance | undefined {
  return object.type === "instance" ? object.madeIn : undefined;
}

/** The nearest analysis of the function among an analysis and those it exists for. */
export function instanceAround(instance: FunctionInstance, definition: IrFunction): FunctionInstance | undefined {
  for (let at: FunctionInstance | undefined = currentInstance(instance); at; at = contextOf(at)) {
    if (at.function === definition) return at;
  }
  return undefined;
}

/** Whether each place that makes instances of the class has its own analysis of it. */
export function keptApart(classObject: ClassObject): boolean {
  for (let at: ClassObject | undefined = classObject; at; at = at.base) {
    if (at.definition.generic) return true;
  }
  return false;
}

/** The analysis itself or the one around it whose uses are kept apart, if there is one. */
export function apart(instance: FunctionInstance): FunctionInstance | undefined {
  for (let at: FunctionInstance | undefined = instance; at; at = at.scope) {
    const current = currentInstance(at);
    if (current.caller) return current;
  }
  return undefined;
}
