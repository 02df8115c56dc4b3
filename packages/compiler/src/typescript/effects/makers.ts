import type { AbstractObject, ClassObject } from "../infer/index.ts";
import { canonical } from "../infer/index.ts";
import type { Expression } from "../ir/index.ts";

/** Classes of the library that hold what they are given, and nothing else. */
const CONTAINERS = new Set(["Map", "Set", "Array"]);

/** Functions of the library that make all that can be reached through what they give. */
const CLONING = new Set(["structuredClone"]);

/** Adds objects through which others are reached: not functions, which are called, and storage for numbers. */
export function addAll(objects: Iterable<AbstractObject>, into: Set<AbstractObject>): void {
  for (const object of objects) {
    if (object.type !== "typed" && (object.type !== "function" || object.fields.size > 0)) into.add(object);
  }
}

/** Whether an object is a list or a container of the library. */
export function isContainer(object: AbstractObject): boolean {
  if (object.type !== "instance") return object.type === "array";
  const { library, name } = object.class.definition;
  return library && CONTAINERS.has(name);
}

/** Whether instances of a class hold nothing but what the author's functions put in, or the library's containers are given. */
export function isOfAuthor(target: ClassObject): boolean {
  for (let at: ClassObject | undefined = target; at; at = at.base && canonical(at.base)) {
    const { library, name } = at.definition;
    if (library && !CONTAINERS.has(name) && !/^(?:Object|\w*Error)$/.test(name)) return false;
  }
  return true;
}

/** Whether `new` of something makes a container of the library. */
export function makesContainer(callee: Expression): boolean {
  return CONTAINERS.has(className(callee));
}

/** Whether a call copies all that it is given. */
export function isCloning(call: Expression): boolean {
  if (call.op === "callLibrary") return CLONING.has(call.name);
  return call.op === "call" && call.callee.op === "library" && CLONING.has(call.callee.name);
}

/** Name of the library's class that an expression names, or nothing. */
function className(callee: Expression): string {
  if (callee.op === "library") return callee.name;
  const holds = callee.op === "get" ? callee.variable.holds : undefined;
  return holds?.type === "class" && holds.library ? holds.name : "";
}
