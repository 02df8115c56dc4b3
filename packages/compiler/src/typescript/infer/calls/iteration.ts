import type { Expression } from "../../ir/index.ts";
import type { Analysis } from "../analysis.ts";
import type { AbstractObject } from "../values/abstract-object.ts";
import { callFunction } from "./calls.ts";
import { isSure, noteFailure } from "./failures.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode, objectsOf } from "../values/flow-node.ts";
import { siteOf } from "../values/site.ts";
import { BOOLEAN, NULLISH, STRING } from "../values/kinds.ts";
import { callMethodOf } from "./methods.ts";
import { hasField, lookUpMethod, readPropertyOf } from "../properties/properties.ts";
import { CHARACTER } from "../ranges/number-source.ts";
import type { Visit } from "../visitors/visit.ts";

/** What iterating over a value gives. `expression` names the place; its calls are kept under the uses `iterator`, `step`, `next`, `return`. */
export function elementsOf(visit: Visit, expression: Expression, iterable: FlowNode): FlowNode {
  const { analysis, instance } = visit;
  const { solver } = analysis;
  const element = analysis.place(instance, siteOf(expression, "element"));
  const iterators = analysis.place(instance, siteOf(expression, "iterators"));
  solver.onKinds(iterable, (kinds) => {
    if (kinds & STRING) solver.addKinds(element, STRING, CHARACTER);
    if (kinds & ~(isSure(instance) ? STRING | NULLISH : STRING)) noteNotIterable(visit);
  });
  solver.onObject(iterable, (object) => {
    if (object.type === "array") solver.connect(object.element, element);
    else {
      if (!lookUpMethod(analysis, object, "@@iterator", "method")) noteNotIterable(visit);
      callMethodOf(visit, expression, object, "@@iterator", [], iterators, siteOf(expression, "iterator"));
    }
  });
  solver.onObject(iterators, (object) => advance(visit, expression, object, element));
  return element;
}

/** Notes that something may not be iterable: what the library iterates over comes from the program. */
function noteNotIterable({ analysis, instance }: Visit): void {
  noteFailure(analysis, instance, isSure(instance) ? "throwNotIterableValue" : "throwNotIterable");
}

/** Whether an object has an iterator, as far as is known after the analysis. */
export function isIterable(analysis: Analysis, object: AbstractObject): boolean {
  if (lookUpMethod(analysis, object, "@@iterator", "method") || lookUpMethod(analysis, object, "@@iterator", "get"))
    return true;
  return hasField(object, "@@iterator") && objectsOf(analysis.field(object, "@@iterator")).length > 0;
}

/** What an iterator gives: by the fast protocol if it has it. */
function advance(visit: Visit, expression: Expression, iterator: AbstractObject, element: FlowNode): void {
  const { analysis, instance } = visit;
  const { solver } = analysis;
  const step = lookUpMethod(analysis, iterator, "step", "method");
  if (step && iterator.type === "instance" && iterator.class.definition.library) {
    callFunction(analysis, instance, siteOf(expression, "step"), {
      on: iterator,
      target: step,
      receiver: iterator,
      arguments: [],
      result: createNode(),
    });
    solver.connect(analysis.field(iterator, "current"), element);
  } else {
    const results = analysis.place(instance, siteOf(expression, "results"));
    callMethodOf(visit, expression, iterator, "next", [], results, siteOf(expression, "next"));
    solver.onObject(results, (result) => {
      readPropertyOf(analysis, instance, expression, result, "value", element);
      const done = analysis.place(instance, siteOf(expression, "done"));
      solver.addKinds(done, BOOLEAN);
      readPropertyOf(analysis, instance, expression, result, "done", done);
    });
  }
  whenClosable(visit, iterator, () => {
    const closers = analysis.place(instance, siteOf(expression, "closers"));
    readPropertyOf(analysis, instance, expression, iterator, "return", closers);
    callMethodOf(
      visit,
      expression,
      iterator,
      closerOf(analysis, iterator),
      [],
      createNode(),
      siteOf(expression, "return"),
    );
  });
}

/** The method that closes an iterator: those of the library have one that need not tell how it went. */
export function closerOf(analysis: Analysis, iterator: AbstractObject): "@@close" | "return" {
  const isOwn = iterator.type === "instance" && iterator.class.definition.library;
  return isOwn && lookUpMethod(analysis, iterator, "@@close", "method") ? "@@close" : "return";
}

/** Acts once an iterator is known to have something to call when a loop is left early. */
function whenClosable({ analysis }: Visit, iterator: AbstractObject, action: () => void): void {
  if (lookUpMethod(analysis, iterator, "return", "method")) return action();
  if (iterator.type !== "shape") return;
  let closable = false;
  analysis.onField(iterator, (name) => {
    if (name !== "return" || closable) return;
    closable = true;
    action();
  });
}
