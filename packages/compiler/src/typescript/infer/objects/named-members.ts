import type { Expression } from "../../ir/index.ts";
import type { AbstractObject, ClassObject, InstanceObject, PropertiesObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { callFunction, callValue, isCallable } from "../calls/calls.ts";
import { noteFailure } from "../calls/failures.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { siteOf } from "../values/site.ts";
import { hidesMethod, lookUpMethod, whenReplaced } from "../properties/properties.ts";
import { isNameable } from "../properties/property-keys.ts";
import type { Site } from "../values/site.ts";

/** A method or accessor that an object has, itself or through classes of the program, as far as a key can name it. */
export interface NamedMember {
  name: string;
  isMethod: boolean;
  /** It has a getter. */
  reads: boolean;
  /** It has a setter. */
  writes: boolean;
}

/** What of an object a key can name besides properties that keep a value: the nearest of each name. */
export function namedMembers(object: AbstractObject): NamedMember[] {
  if (object.type === "shape") {
    const names = new Set([...object.getters.keys(), ...object.setters.keys()].filter(isNameable));
    const { getters, setters } = object;
    return Array.from(names, (name) => ({
      name,
      isMethod: false,
      reads: getters.has(name),
      writes: setters.has(name),
    }));
  }
  if (object.type !== "instance" && object.type !== "class") return [];
  const members = new Map<string, NamedMember>();
  let at: ClassObject | undefined = object.type === "class" ? object : object.class;
  for (; at && !at.definition.library; at = at.base && canonical(at.base)) {
    for (const member of declaredMembers(at, object.type === "class")) {
      if (!members.has(member.name) && !hidesMethod(object, member.name)) members.set(member.name, member);
    }
  }
  return [...members.values()];
}

function declaredMembers({ definition }: ClassObject, ofClass: boolean): Iterable<NamedMember> {
  const members = new Map<string, NamedMember>();
  for (const { name, kind, static: isStatic } of definition.methods) {
    if (isStatic !== ofClass || !isNameable(name)) continue;
    const member = members.get(name) ?? { name, isMethod: kind === "method", reads: false, writes: false };
    if (kind === "get") member.reads = true;
    if (kind === "set") member.writes = true;
    members.set(name, member);
  }
  return members.values();
}

/** Names of the static properties that a class has or inherits, as far as a key can name them. */
export function staticNames(object: ClassObject): string[] {
  const names = new Set<string>();
  let at: ClassObject | undefined = object;
  for (; at && !at.definition.library; at = at.base && canonical(at.base)) {
    for (const name of at.fields.keys()) if (isNameable(name)) names.add(name);
  }
  return [...names];
}

/** What reading gives by a key that may name a method or getter. Getters of a literal are found with its properties. */
export function readMembers(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: PropertiesObject,
  result: FlowNode,
): void {
  if (target.type === "shape") return;
  const methods = namesMethods(expression);
  for (const { name, isMethod, reads } of namedMembers(target)) {
    if (reads) {
      const getter = lookUpMethod(analysis, target, name, "get")!;
      const call = { on: target, target: getter, receiver: target, arguments: [], result };
      callFunction(analysis, instance, getterSite(expression, name), call);
    } else if (isMethod && methods) {
      analysis.solver.addObject(result, lookUpMethod(analysis, target, name, "method")!);
      whenReplaced(analysis, target, name, (field) => analysis.solver.connect(field, result));
    }
  }
}

/** What writing does by a key that may name an accessor. */
export function writeMembers(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: PropertiesObject,
  value: FlowNode,
): void {
  const given = [{ node: value, spread: false }];
  for (const { name, isMethod, writes } of namedMembers(target)) {
    if (isMethod) {
      if (target.type === "instance") replaceMethod(analysis, target, name, value);
      continue;
    }
    if (!writes) {
      noteFailure(analysis, instance, "throwReadOnly");
      continue;
    }
    const site = setterSite(expression, name);
    if (target.type === "shape") {
      callValue(analysis, instance, site, analysis.field(target, `@@set ${name}`), given, createNode(), target);
      continue;
    }
    const setter = lookUpMethod(analysis, target, name, "set")!;
    const call = { on: target, target: setter, receiver: target, arguments: given, result: createNode() };
    callFunction(analysis, instance, site, call);
  }
}

/** Lets an instance get a function in place of a method, as where methods are bound to it. */
function replaceMethod(analysis: Analysis, target: InstanceObject, name: string, value: FlowNode): void {
  analysis.solver.onObject(value, (object) => {
    if (!isCallable(object)) return;
    analysis.replaced.of(name).note();
    analysis.field(target, name);
  });
}

/** Whether the key of an access may name a method. */
export function namesMethods(expression: Expression): boolean {
  return (expression.op === "element" || expression.op === "callElement") && expression.methods === true;
}

/** Where a getter is called that a key names. */
export function getterSite(expression: Expression, name: string): Site {
  return siteOf(expression, `get ${name}`);
}

/** Where a setter is called that a key names. */
export function setterSite(expression: Expression, name: string): Site {
  return siteOf(expression, `set ${name}`);
}
