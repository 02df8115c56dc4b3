import type { BorderField, BorderType, Expression } from "../../ir/index.ts";
import type { Analysis } from "../analysis.ts";
import { namesOf } from "../objects/orders.ts";
import { lookUpMethod } from "../properties/properties.ts";
import type { AbstractObject } from "../values/abstract-object.ts";
import type { Border } from "./border.ts";
import type { Crossing } from "./crossing.ts";
import { actionOf } from "./host-function.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { argument } from "./operation-builder.ts";
import { BOOLEAN, NUMBER } from "./primitives.ts";

type IterableType = Extract<BorderType, { type: "iterable" }>;
type LibraryType = Extract<BorderType, { type: "library" }>;

const OPAQUE: BorderType = { type: "opaque" };

/** What the border makes of JavaScript's iterables; JavaScript never iterates over them, because it has its own. */
const FROM_HOST: ReadonlySet<string> = new Set(["HostIterable", "HostIterator", "HostAsyncIterator"]);

/** Iterables and iterators: the iterator that an iterable gives, and steps of it. */
export function holdIterable(border: Border, crossing: Crossing, type: IterableType): void {
  const iterators = holdIterators(border, crossing, "@@iterator");
  const results = border.crossing(border.derived(type, "result", () => ({ type: "opaque" })));
  holdSteps(border, iterators, type, results);
  border.define(results, "done", { result: BOOLEAN }, (f, [result]) => truth(f, f.property(result!, "done")));
  const value = border.derived(type, "value", () => ({ type: "union", members: [type.element, type.result] }));
  border.define(results, "value", { result: value }, (f, [result]) => f.property(result!, "value"));
}

/** Asynchronous iterables and iterators: as others, but promises of steps. */
export function holdAsyncIterable(border: Border, crossing: Crossing, [element, result, next]: BorderType[]): void {
  const iterators = holdIterators(border, crossing, "@@asyncIterator");
  const types = { element: element ?? OPAQUE, result: known(result), next: next ?? OPAQUE };
  holdSteps(border, iterators, types, stepPromise(border, crossing.type, types));
}

/** Lets JavaScript have the iterators of what it holds. */
function holdIterators(border: Border, crossing: Crossing, method: string): Crossing {
  const { analysis } = border;
  const iterators = border.crossing(border.derived(crossing.type, "iterator", () => ({ type: "opaque" })));
  analysis.solver.onObject(crossing.own, (object) => {
    if (isFromHost(object)) return;
    if (!hasMethod(analysis, object, method)) analysis.solver.addObject(iterators.own, object);
    else {
      border.define(crossing, "iterator", { result: iterators }, (f, [iterable]) => f.callMethod(iterable!, method));
    }
  });
  return iterators;
}

/** Lets JavaScript use an iterator: as far as the iterators that it can have know how. */
function holdSteps(
  border: Border,
  iterators: Crossing,
  { result, next }: Pick<IterableType, "result" | "next">,
  answer: Crossing | BorderType,
): void {
  const { analysis } = border;
  const call = (name: string, parameters: { type: BorderType; optional: boolean }[]): void =>
    border.define(iterators, name, { parameters, result: answer }, (f, [iterator, ...values]) =>
      f.callMethod(iterator!, name, values.map(argument)),
    );
  // What is sent without a type is not passed on: nearly all iterators take nothing.
  call("next", next.type === "any" || next.type === "undefined" ? [] : [{ type: next, optional: true }]);
  analysis.solver.onObject(iterators.own, (object) => {
    if (hasMethod(analysis, object, "return")) call("return", [{ type: result, optional: true }]);
    if (hasMethod(analysis, object, "throw")) call("throw", [{ type: border.anything, optional: false }]);
  });
}

/** Takes iterables of JavaScript: arrays as they are, others as what asks them for one value after the other. */
export function makeIterable(border: Border, crossing: Crossing, type: IterableType): void {
  if (!type.steps) {
    const { element } = type;
    const array = border.derived(element, "array", () => ({ type: "array", element, readonly: true }));
    border.enter(crossing.objects, array);
    const iterator = border.derived(type, "steps", () => ({ ...type, steps: true }));
    makeOf(border, crossing, "HostIterable", [border.derived(type, "open", () => actionOf([], iterator))]);
    return;
  }
  const value = border.derived(type, "take", () => actionOf([], type.element));
  const result = border.derived(type, "take result", () => actionOf([], known(type.result)));
  makeOf(border, crossing, "HostIterator", [requests(border, type, BOOLEAN), value, result]);
}

/** Takes asynchronous iterables and iterators of JavaScript. */
export function makeAsyncIterable(border: Border, crossing: Crossing, [element, result]: BorderType[]): void {
  const { type } = crossing;
  const open = border.derived(type, "open", () => actionOf([], type));
  const answer = stepPromise(border, type, { element: element ?? OPAQUE, result: known(result) });
  makeOf(border, crossing, "HostAsyncIterator", [open, requests(border, type, answer)]);
}

function makeOf(border: Border, crossing: Crossing, name: string, parameters: BorderType[]): void {
  border.define(crossing, "make", { handles: 0, parameters, result: "handle" }, (f, functions) =>
    f.newLibrary(name, functions),
  );
}

/** The function that asks an iterator of JavaScript for something. */
function requests(border: Border, type: BorderType, answer: BorderType): BorderType {
  return border.derived(type, "request", () => actionOf([NUMBER, border.anything], answer));
}

/** A promise of what an asynchronous iterator of a type gives. */
function stepPromise(
  border: Border,
  type: BorderType,
  { element, result }: Pick<IterableType, "element" | "result">,
): LibraryType {
  const field = (name: string, inner: BorderType): BorderField => {
    return { name, type: inner, optional: false, readonly: true, values: undefined };
  };
  const value: BorderType = { type: "union", members: [element, result, { type: "undefined" }] };
  const shape = { name: "", declared: ["value", "done"], dictionary: false };
  return border.derived(type, "step", () => ({
    type: "library",
    name: "Promise",
    arguments: [{ type: "object", shape, fields: [field("value", value), field("done", BOOLEAN)] }],
  })) as LibraryType;
}

/** What is said to be anything at the end of an iterator is said so because nobody cares: it is passed on as it is. */
function known(result: BorderType | undefined): BorderType {
  return !result || result.type === "any" ? OPAQUE : result;
}

/** Whether a class has a method, or a literal a property, that is called as one. */
function hasMethod(analysis: Analysis, object: AbstractObject, name: string): boolean {
  if (lookUpMethod(analysis, object, name, "method")) return true;
  return object.type === "shape" && namesOf(object).includes(name);
}

function isFromHost(object: AbstractObject): boolean {
  return object.type === "instance" && object.class.definition.library && FROM_HOST.has(object.class.definition.name);
}

function truth(f: OperationBuilder, value: Expression): Expression {
  const not = (operand: Expression): Expression => f.make({ op: "unary", operator: "!", operand });
  return not(not(value));
}
