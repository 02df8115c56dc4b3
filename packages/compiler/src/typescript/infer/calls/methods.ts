import type { Expression } from "../../ir/index.ts";
import type { AbstractObject } from "../values/abstract-object.ts";
import type { ArgumentNode } from "./calls.ts";
import { callFunction, callValue } from "./calls.ts";
import { noteFailure, noteWrite } from "./failures.ts";
import { readDictionary } from "../properties/dictionaries.ts";
import type { FlowNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { currentInstance } from "../values/function-instance.ts";
import { partOf, siteOf, siteOn } from "../values/site.ts";
import { elementsOf } from "./iteration.ts";
import type { Kinds } from "../values/kinds.ts";
import { BIGINT, BOOLEAN, HOST, NULLISH, NUMBER, STRING, SYMBOL } from "../values/kinds.ts";
import { libraryClass } from "../values/library-values.ts";
import { hasStaticField } from "../objects/declared-fields.ts";
import { isMutator } from "../objects/restricted-objects.ts";
import {
  findMethod,
  hidesMethod,
  isEntry,
  lookUpMethod,
  readPropertyOf,
  whenReplaced,
} from "../properties/properties.ts";
import type { Visit } from "../visitors/visit.ts";
import type { Site } from "../values/site.ts";

/** Calls a method of whatever reaches a node. */
export function callMethod(
  visit: Visit,
  expression: Expression,
  object: FlowNode,
  name: string,
  args: readonly ArgumentNode[],
  result: FlowNode,
): void {
  const { analysis, instance } = visit;
  const { solver } = analysis;
  solver.onKinds(object, (kinds) => {
    if (kinds & NULLISH) noteFailure(analysis, instance, "throwReading");
    for (const bit of [STRING, NUMBER, BOOLEAN, BIGINT, SYMBOL]) {
      if ((kinds & bit) === 0) continue;
      const method = lookUpCalled(visit, bit, name, args);
      if (!method) {
        noteFailure(analysis, instance, "throwNotCallable");
        continue;
      }
      callFunction(analysis, instance, siteOf(expression), {
        on: bit,
        target: method,
        receiver: bit,
        arguments: args,
        result,
      });
    }
    if (kinds & HOST) {
      solver.addKinds(result, HOST);
      if (!instance.function.library) analysis.hostIsRead.note();
    }
  });
  solver.onObject(object, (target) => callMethodOf(visit, expression, target, name, args, result));
}

/** Calls a method of one object. */
export function callMethodOf(
  visit: Visit,
  expression: Expression,
  target: AbstractObject,
  name: string,
  args: readonly ArgumentNode[],
  result: FlowNode,
  site: Site = siteOf(expression),
): void {
  const { analysis, instance } = visit;
  if (isCalledBy(target, name)) {
    const called = partOf(site, " called");
    const isKnown = hasPlace(instance, called);
    const callees = analysis.place(instance, called);
    analysis.solver.addObject(callees, target);
    if (isKnown) return;
    const rest = name === "call" ? args.slice(1) : applied(visit, expression, args[1]);
    callValue(analysis, instance, partOf(site, "value"), callees, rest, result, undefined, args[0]?.node);
    return;
  }
  const place = siteOn(partOf(site, " property"), target);
  if (isEntry(target, name) && !isObjectMethod(visit, name)) {
    if (hasPlace(instance, place)) return;
    const value = analysis.place(instance, place);
    readDictionary(analysis, instance, expression, target, value);
    callValue(analysis, instance, partOf(site, "value"), value, args, result, target);
    return;
  }
  const method = hidesMethod(target, name) ? undefined : lookUpCalled(visit, target, name, args);
  if (target.type === "array" && isMutator(name)) noteWrite(analysis, instance);
  if (method) {
    callFunction(analysis, instance, site, {
      on: target,
      target: method,
      receiver: target,
      arguments: args,
      result,
    });
    whenReplaced(analysis, target, name, () => callProperty());
    return;
  }
  callProperty();

  function callProperty(): void {
    if (hasPlace(instance, place)) return;
    const value = analysis.place(instance, place);
    readPropertyOf(analysis, instance, expression, target, name, value);
    callValue(analysis, instance, partOf(site, "value"), value, args, result, target);
  }
}

/** Whether an object is a function or class that its method of this name calls: `call` or `apply`. */
export function isCalledBy(object: AbstractObject, name: string): boolean {
  if (name !== "call" && name !== "apply") return false;
  if (object.type === "class") return !findMethod(object, name, "method", true) && !hasStaticField(object, name);
  return object.type === "function" || object.type === "hostFunction";
}

/** Whether a place is known, so that what reaches it is followed already. */
function hasPlace(instance: FunctionInstance, place: Site): boolean {
  return currentInstance(instance).places.has(place);
}

/** The method that a call reaches: of the library's the one for this number of arguments, if there is one. */
function lookUpCalled(
  { analysis }: Visit,
  on: AbstractObject | Kinds,
  name: string,
  args: readonly ArgumentNode[],
): ReturnType<typeof lookUpMethod> {
  const method = lookUpMethod(analysis, on, name, "method");
  if (!method?.function.library || args.some(({ spread }) => spread)) return method;
  return lookUpMethod(analysis, on, `${name}/${args.length}`, "method") ?? method;
}

function isObjectMethod(visit: Visit, name: string): boolean {
  const objectClass = libraryClass(visit.analysis, "Object");
  return objectClass !== undefined && findMethod(objectClass, name, "method", false) !== undefined;
}

/** The elements of the list that `apply` is given. */
function applied(visit: Visit, expression: Expression, list: ArgumentNode | undefined): ArgumentNode[] {
  const source = expression.op === "callMethod" ? expression.arguments[1]?.value : undefined;
  return list && source ? [{ node: elementsOf(visit, source, list.node), spread: true }] : [];
}
