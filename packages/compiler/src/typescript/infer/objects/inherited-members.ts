import type { Expression } from "../../ir/index.ts";
import type { AbstractObject, ClassObject, FunctionObject, PropertiesObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { callFunction } from "../calls/calls.ts";
import type { FlowNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { siteOf } from "../values/site.ts";
import { hasField, lookUpMethod } from "../properties/properties.ts";
import type { Site } from "../values/site.ts";

/** What an object has through a class of the program. */
export interface InheritedMember {
  name: string;
  kind: "method" | "get";
  function: FunctionObject;
}

/** Methods and getters that an object has through classes of the program, as far as they can be named by a key. */
export function inheritedMembers(analysis: Analysis, object: AbstractObject): InheritedMember[] {
  if (object.type !== "instance" && object.type !== "class") return [];
  const members = new Map<string, InheritedMember>();
  let at: ClassObject | undefined = object.type === "class" ? object : object.class;
  for (; at && !at.definition.library; at = at.base && canonical(at.base)) {
    for (const { name, kind, static: isStatic } of at.definition.methods) {
      const isNamed = isStatic === (object.type === "class") && !/^(?:#|@@)/.test(name);
      if (!isNamed || kind === "set" || members.has(name) || hasField(object, name)) continue;
      const found = lookUpMethod(analysis, object, name, kind);
      if (found) members.set(name, { name, kind, function: found });
    }
  }
  return [...members.values()];
}

/** What reading gives by a key that may name what an object has through its class. */
export function readInherited(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: PropertiesObject,
  result: FlowNode,
): void {
  const methods = namesMethods(expression);
  for (const { name, kind, function: member } of inheritedMembers(analysis, target)) {
    if (kind === "get") {
      callFunction(analysis, instance, getterSite(expression, name), {
        on: target,
        target: member,
        receiver: target,
        arguments: [],
        result,
      });
    } else if (methods) analysis.solver.addObject(result, member);
  }
}

/** Whether the key of an access may name a method. */
export function namesMethods(expression: Expression): boolean {
  return (expression.op === "element" || expression.op === "callElement") && expression.methods === true;
}

/** Where a getter is called that a key names. */
export function getterSite(expression: Expression, name: string): Site {
  return siteOf(expression, `get ${name}`);
}
