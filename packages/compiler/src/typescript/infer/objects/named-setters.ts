import type { Expression } from "../../ir/index.ts";
import type { AbstractObject, ClassObject, InstanceObject, ShapeObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { callFunction, callValue } from "../calls/calls.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { lookUpMethod } from "../properties/properties.ts";
import type { Site } from "../values/site.ts";
import { siteOf } from "../values/site.ts";

/** Names of the setters that an object has, itself or through classes of the program, as far as a key can name them. */
export function settersOf(object: AbstractObject): string[] {
  if (object.type === "shape") return [...object.setters.keys()].filter(isNameable);
  if (object.type !== "instance") return [];
  const names = new Set<string>();
  let at: ClassObject | undefined = object.class;
  for (; at && !at.definition.library; at = at.base && canonical(at.base)) {
    for (const { name, kind, static: isStatic } of at.definition.methods) {
      if (kind === "set" && !isStatic && isNameable(name)) names.add(name);
    }
  }
  return [...names];
}

/** What writing does by a key that may name a setter. */
export function writeToSetters(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: InstanceObject | ShapeObject,
  value: FlowNode,
): void {
  const given = [{ node: value, spread: false }];
  for (const name of settersOf(target)) {
    const site = setterSite(expression, name);
    if (target.type === "shape") {
      callValue(analysis, instance, site, analysis.field(target, `@@set ${name}`), given, createNode(), target);
      continue;
    }
    const setter = lookUpMethod(analysis, target, name, "set");
    if (!setter) continue;
    const call = { on: target, target: setter, receiver: target, arguments: given, result: createNode() };
    callFunction(analysis, instance, site, call);
  }
}

/** Where a setter is called that a key names. */
export function setterSite(expression: Expression, name: string): Site {
  return siteOf(expression, `set ${name}`);
}

function isNameable(name: string): boolean {
  return !/^(?:#|@@)/.test(name);
}
