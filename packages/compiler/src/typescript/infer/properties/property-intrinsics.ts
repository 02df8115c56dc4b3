import type { ExpressionOf } from "../../ir/index.ts";
import type { InstanceObject, ShapeObject } from "../values/abstract-object.ts";
import { callFunction, callValue } from "../calls/calls.ts";
import { readAnyProperty } from "./dynamic-reads.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import { siteOn, siteOf } from "../values/site.ts";
import type { IntrinsicEffect } from "../calls/intrinsic-effect.ts";
import { HOST, STRING, UNDEFINED } from "../values/kinds.ts";
import { declaredFields } from "../objects/declared-fields.ts";
import { noteGiven } from "../objects/explicit-undefined.ts";
import { writeMembers } from "../objects/named-members.ts";
import { addOrder, namesOf } from "../objects/orders.ts";
import { setRemovable } from "../objects/removal.ts";
import { getterName, hasSymbolAsKey, isEnumerable } from "./property-keys.ts";
import { isDictionary, lookUpMethod } from "./properties.ts";
import type { Visit } from "../visitors/visit.ts";
import type { DictionaryMethod } from "../values/site.ts";

/** Intrinsics that move properties. */
export const propertyEffects: Readonly<Record<string, IntrinsicEffect>> = {
  $propertyValue: byName("valueAt", readAny),
  $getProperty: byName("get", readAny),
  $setProperty: byName("set", ({ analysis, instance }, [object, , value], _result, expression) => {
    if (!object || !value) return;
    onProperties(analysis, object, (field) => analysis.solver.connect(value, field));
    analysis.solver.onObject(object, (target) => {
      noteGiven(target, undefined, value);
      if ((target.type !== "instance" && target.type !== "shape") || isDictionary(target)) return;
      writeMembers(analysis, instance, expression, target, value);
    });
  }),
  $propertyCount: byName("count", markDynamic),
  $propertyName: byName("nameAt", markDynamic),
  $hasOwn: byName("has", markDynamic),
  $deleteProperty: byName("delete", ({ analysis }, [object]) => {
    if (object) analysis.solver.onObject(object, (target) => "removable" in target && setRemovable(target));
    onProperties(analysis, object, (field) => analysis.solver.addKinds(field, UNDEFINED));
  }),
  $readHost: ({ analysis }, [value]) => {
    if (value) noteHost(analysis, value);
  },
  $plainLike({ analysis, instance }, [object], result, expression) {
    if (!object) return;
    analysis.solver.onObject(object, (target) => {
      if (target.type !== "instance" && target.type !== "shape") return;
      const plain = target.type === "shape" && target.getters.size === 0 && target.setters.size === 0;
      const key = siteOn(siteOf(expression, "like"), target);
      const made = plain ? target : analysis.allocation(instance, key, () => plainLike(analysis, target));
      analysis.solver.addObject(result, made);
    });
  },
  $eachProperty: each(isEnumerable),
  $eachSymbol: each(hasSymbolAsKey),
};

type AnalysisOf = Visit["analysis"];

function onProperties(analysis: AnalysisOf, object: FlowNode | undefined, action: (field: FlowNode) => void): void {
  if (!object) return;
  noteHost(analysis, object);
  analysis.solver.onObject(object, (target) => {
    if ((target.type !== "instance" && target.type !== "shape") || isDictionary(target)) return;
    target.dynamic = true;
    analysis.onField(target, (name, field) => {
      if (isEnumerable(name)) action(field);
    });
  });
}

/** What is read of objects of JavaScript's must be known of plain ones. */
function noteHost(analysis: AnalysisOf, object: FlowNode): void {
  analysis.solver.onKinds(object, (kinds) => {
    if (kinds & HOST) analysis.hostIsRead.note();
  });
}

/** What plain objects are made as that have the properties of another object. */
function plainLike(analysis: AnalysisOf, target: InstanceObject | ShapeObject): ShapeObject {
  const names = target.type === "shape" ? namesOf(target) : declaredFields(target.class);
  const made = analysis.newShapeObject({ name: "", declared: [], dictionary: false }, names);
  addOrder(analysis, made, names.filter(isEnumerable));
  return made;
}

/** Visits the properties with such names of all that comes. */
function each(isSuch: (name: string) => boolean): IntrinsicEffect {
  return (visit, [object, visitor, ...context], _result, expression) => {
    if (!object || !visitor) return;
    visit.analysis.solver.onObject(object, (target) => {
      if (target.type !== "instance" && target.type !== "shape") return;
      if (!isDictionary(target)) target.dynamic = true;
      visitProperties(visit, expression, target, isSuch, visitor, context);
    });
  };
}

/** Calls a function with the value, the name and the JSON of the name of each such property of its own; each call is analysed apart. */
function visitProperties(
  { analysis, instance }: Visit,
  expression: ExpressionOf<"intrinsic">,
  target: InstanceObject | ShapeObject,
  isSuch: (name: string) => boolean,
  visitor: FlowNode,
  context: readonly FlowNode[],
): void {
  const { solver } = analysis;
  const text = createNode();
  solver.addKinds(text, STRING);
  const call = (name: string, value: FlowNode): void =>
    solver.onObject(visitor, (callee) => {
      if (callee.type !== "function") return;
      const called = callFunction(analysis, instance, siteOf(expression, `each ${name}`), {
        on: target,
        target: callee,
        receiver: undefined,
        arguments: [value, text, text, ...context].map((node) => ({ node, spread: false })),
        result: createNode(),
      });
      const parameter = callee.function.parameters[1];
      if (parameter) called.constants.set(parameter.variable, name);
    });
  analysis.onField(target, (name, field) => {
    const getter = getterName(name);
    if (getter === undefined) {
      if (isSuch(name)) call(name, field);
      return;
    }
    if (!isSuch(getter)) return;
    const site = siteOf(expression, `get ${getter}`);
    const value = analysis.place(instance, site);
    callValue(analysis, instance, site, field, [], value, target);
    call(getter, value);
  });
}

/** An operation on properties by name, which dictionaries have a method for. */
function byName(method: DictionaryMethod, effect: IntrinsicEffect): IntrinsicEffect {
  return (visit, args, result, expression) => {
    effect(visit, args, result, expression);
    const { analysis, instance } = visit;
    const [object, ...rest] = args;
    if (!object) return;
    analysis.solver.onObject(object, (target) => {
      if (!isDictionary(target)) return;
      const found = lookUpMethod(analysis, target, method, "method");
      if (!found) throw new Error(`the library's Dictionary has no method ${method}`);
      callFunction(analysis, instance, siteOf(expression, method), {
        on: target,
        target: found,
        receiver: target,
        arguments: rest.map((node) => ({ node, spread: false })),
        result,
      });
    });
  };
}

function readAny(
  { analysis, instance }: Visit,
  [object]: readonly FlowNode[],
  result: FlowNode,
  expression: ExpressionOf<"intrinsic">,
): void {
  if (!object) return;
  analysis.solver.onObject(object, (target) => {
    if ((target.type !== "instance" && target.type !== "shape") || isDictionary(target)) return;
    readAnyProperty(analysis, instance, expression, target, result);
  });
}

function markDynamic({ analysis }: Visit, [object]: readonly FlowNode[]): void {
  onProperties(analysis, object, () => {});
}
