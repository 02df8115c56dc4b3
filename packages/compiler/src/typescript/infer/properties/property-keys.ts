import type { PropertiesObject } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import type { FlowNode } from "../values/flow-node.ts";

/** The property that a field holds the getter of, if it holds one. */
export function getterName(field: string): string | undefined {
  return field.startsWith("@@get ") ? field.slice("@@get ".length) : undefined;
}

/** Whether a property of this name is seen by spread, `Object.keys` and JSON. */
export function isEnumerable(name: string): boolean {
  return !name.startsWith("@@");
}

/** Whether a key of the program can name a member: not if it is private or has a symbol as its key. */
export function isNameable(name: string): boolean {
  return !/^(?:#|@@)/.test(name);
}

/** Whether a property has a symbol as its key: one that is registered, that the program declares, or that is well known. */
export function hasSymbolAsKey(field: string): boolean {
  const name = getterName(field) ?? field;
  return name.startsWith("@@") && (/^@@for |@\d+:\d+$/.test(name) || Object.hasOwn(Symbol, name.slice(2)));
}

/** Whether a property of this name is copied by spread, as those with symbols as keys are too. */
export function isCopied(name: string): boolean {
  return isEnumerable(name) || hasSymbolAsKey(name);
}

/** Whether a number can name a property. */
export function isNumberName(name: string): boolean {
  return String(Number(name)) === name;
}

/** Whether objects order a name as an integer, before all others. */
export function isIntegerName(name: string): boolean {
  const number = Number(name) >>> 0;
  return String(number) === name && number < 0xffff_ffff;
}

/** Tells of each property that an object has or gets and that a key which is known at run time only can name. */
export function onEnumerable(analysis: Analysis, object: PropertiesObject, action: (field: FlowNode) => void): void {
  // What is declared can be there though no literal has it.
  if (object.type === "shape") for (const name of object.shape.declared) analysis.field(object, name);
  analysis.onField(object, (name, field) => {
    if (isEnumerable(name)) action(field);
  });
}
