import type { Expression, ExpressionOf } from "../../ir/index.ts";
import type { AbstractObject } from "../values/abstract-object.ts";
import { callFunction } from "../calls/calls.ts";
import { callOnObjects } from "../operators/conversions.ts";
import type { Failure } from "../calls/failures.ts";
import { noteFailure, notePrimitive, noteWrite } from "../calls/failures.ts";
import { readDictionary, writeDictionary } from "./dictionaries.ts";
import { readAnyProperty } from "./dynamic-reads.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { currentInstance } from "../values/function-instance.ts";
import { siteOf } from "../values/site.ts";
import { BIGINT, BOOLEAN, HOST, NULLISH, NUMBER, STRING, SYMBOL, UNDEFINED } from "../values/kinds.ts";
import { useMore, writeMore } from "../objects/more-properties.ts";
import { readMembers, writeMembers } from "../objects/named-members.ts";
import { readStatics, writeStatics } from "../objects/given-properties.ts";
import { openShape } from "../values/open-shapes.ts";
import { isDictionary, isEntry, isIndexed, lookUpMethod, readPropertyOf, writePropertyOf } from "./properties.ts";
import type { NumberSource } from "../ranges/number-source.ts";
import { CHARACTER, INT32 } from "../ranges/number-source.ts";
import { noteKey } from "./only-keys.ts";
import { changePositions, readPosition, writePosition } from "./positions.ts";
import { setRemovable } from "../objects/removal.ts";
import { noteGiven } from "../objects/explicit-undefined.ts";
import { hasSymbolAsKey, onEnumerable } from "./property-keys.ts";
import type { Visit } from "../visitors/visit.ts";
import { visitExpression } from "../visitors/visit.ts";

/** `object[key]` */
export function visitElement(visit: Visit, expression: ExpressionOf<"element">): FlowNode {
  const result = createNode();
  const object = visitExpression(visit, expression.object);
  readElement(visit, expression, object, visitExpression(visit, expression.key), expression.key, result);
  noteKey(visit, object, expression.key);
  return result;
}

/** `object[key] = value` */
export function visitSetElement(visit: Visit, expression: ExpressionOf<"setElement">): FlowNode {
  const object = visitExpression(visit, expression.object);
  const key = visitExpression(visit, expression.key);
  const value = visitExpression(visit, expression.value);
  keyText(visit, expression, key);
  noteNullish(visit, object, key, "throwSettingAt", "throwSetting");
  notePrimitive(visit.analysis, visit.instance, object);
  noteKey(visit, object, expression.key);
  visit.analysis.solver.onObject(object, (target) => {
    writeElementOf(visit, expression, target, expression.key, value);
  });
  return value;
}

/** `delete object[key]` */
export function visitDeleteElement(visit: Visit, expression: ExpressionOf<"deleteElement">): FlowNode {
  const { analysis, instance } = visit;
  const { solver } = analysis;
  const object = visitExpression(visit, expression.object);
  const key = visitExpression(visit, expression.key);
  keyText(visit, expression, key);
  noteWrite(analysis, instance, "requireRemovable");
  const result = createNode();
  solver.addKinds(result, BOOLEAN);
  solver.onKinds(object, (kinds) => {
    if (kinds & NULLISH) noteFailure(analysis, instance, "throwNotConverted");
  });
  const name = constantKey(instance, expression.key);
  solver.onObject(object, (target) => {
    if ((target.type === "instance" || target.type === "shape") && name !== undefined && hasSymbolAsKey(name)) {
      setRemovable(target);
      solver.addKinds(analysis.field(target, name), UNDEFINED);
    } else if (isDictionary(target)) {
      const method = lookUpMethod(analysis, target, "delete", "method");
      if (!method) throw new Error("the library's Dictionary has no method delete");
      callFunction(analysis, instance, siteOf(expression, "delete"), {
        on: target,
        target: method,
        receiver: target,
        arguments: [{ node: text(visit), spread: false }],
        result: createNode(),
      });
    } else if (target.type === "instance" || target.type === "shape") {
      target.dynamic = true;
      setRemovable(target);
      onEnumerable(analysis, target, (field) => solver.addKinds(field, UNDEFINED));
      useMore(analysis, instance, expression, target, "deleteMore", result);
    } else if (target.type === "array") {
      changePositions(analysis, target);
      solver.addKinds(target.element, UNDEFINED);
    }
  });
  return result;
}

/** What reading an element gives. */
export function readElement(
  visit: Visit,
  expression: Expression,
  object: FlowNode,
  key: FlowNode,
  keyExpression: Expression,
  result: FlowNode,
): void {
  const { solver } = visit.analysis;
  keyText(visit, expression, key);
  noteNullish(visit, object, key, "throwReadingAt", "throwReading");
  solver.onKinds(object, (kinds) => {
    if (kinds & STRING) solver.addKinds(result, STRING | UNDEFINED, CHARACTER);
    if (kinds & (BOOLEAN | NUMBER | BIGINT | SYMBOL)) solver.addKinds(result, UNDEFINED);
    if (kinds & HOST) {
      solver.addKinds(result, HOST);
      if (!visit.instance.function.library) visit.analysis.hostIsRead.note();
    }
  });
  solver.onObject(object, (target) => readElementOf(visit, expression, target, keyExpression, result));
}

function readElementOf(
  visit: Visit,
  expression: Expression,
  target: AbstractObject,
  key: Expression,
  result: FlowNode,
): void {
  const { analysis, instance } = visit;
  const { solver } = analysis;
  if (target.type === "array") return readPosition(analysis, target, key, result);
  if (isDictionary(target)) return readDictionary(analysis, instance, expression, target, result, keyNode(visit, key));
  const name = key.op === "number" && isIndexed(analysis, target) ? undefined : constantKey(instance, key);
  if (name !== undefined) return readPropertyOf(analysis, instance, expression, target, name, result);
  const indexed = target.type === "instance" && lookUpMethod(analysis, target, "@@get", "method");
  if (indexed) {
    callFunction(analysis, instance, siteOf(expression, "get"), {
      on: target,
      target: indexed,
      receiver: target,
      arguments: [{ node: number(visit), spread: false }],
      result,
    });
    callBits(visit, expression, target, "bits", [number(visit)]);
    return;
  }
  if (target.type === "class") {
    readStatics(analysis, target, result);
    readMembers(analysis, instance, expression, target, result);
  } else if (target.type === "instance" || target.type === "shape") {
    readAnyProperty(analysis, instance, expression, target, result, keyNode(visit, key));
    readMembers(analysis, instance, expression, target, result);
    useMore(analysis, instance, expression, target, "getMore", result);
  } else solver.addKinds(result, UNDEFINED);
}

function writeElementOf(
  visit: Visit,
  expression: Expression,
  target: AbstractObject,
  key: Expression,
  value: FlowNode,
): void {
  const { analysis, instance } = visit;
  const { solver } = analysis;
  noteWrite(analysis, instance);
  if (target.type === "array") return writePosition(analysis, target, key, value);
  const name = key.op === "number" && isIndexed(analysis, target) ? undefined : constantKey(instance, key);
  if (isDictionary(target) && (name === undefined || isEntry(target, name))) {
    return writeDictionary(analysis, instance, expression, target, value, keyNode(visit, key));
  }
  if (name !== undefined) return writePropertyOf(analysis, instance, expression, target, name, value);
  const indexed = target.type === "instance" && lookUpMethod(analysis, target, "@@set", "method");
  if (indexed) {
    callFunction(analysis, instance, siteOf(expression, "set"), {
      on: target,
      target: indexed,
      receiver: target,
      arguments: [
        { node: number(visit), spread: false },
        { node: value, spread: false },
      ],
      result: createNode(),
    });
    const bits = createNode();
    solver.addKinds(bits, NUMBER, INT32);
    callBits(visit, expression, target, "setBits", [number(visit), bits]);
    return;
  }
  if (target.type === "shape" && mayBeAnyKey(instance, expression)) openShape(target);
  if (target.type === "instance" || target.type === "shape") {
    target.dynamic = true;
    noteGiven(target, undefined, value);
    onEnumerable(analysis, target, (field) => solver.connect(value, field));
    writeMembers(analysis, instance, expression, target, value);
    if (mayBeAnyKey(instance, expression)) writeMore(analysis, instance, expression, target, value);
  } else if (target.type === "class" || target.type === "function") {
    noteFailure(analysis, instance, "throwNotAdded");
    if (target.type === "class") writeStatics(analysis, target, value);
    writeMembers(analysis, instance, expression, target, value);
  }
}

/** Whether the key of a write may be a name that the program nowhere has: of the library's own writes, of those that the program asks for. */
function mayBeAnyKey(instance: FunctionInstance, expression: Expression): boolean {
  return (expression.op === "setElement" && expression.open === true) || instance.function.checked === true;
}

/** What reading or writing an element does where only its bits count, for objects that have something for that. */
function callBits(
  { analysis, instance }: Visit,
  expression: Expression,
  target: AbstractObject,
  use: "bits" | "setBits",
  args: readonly FlowNode[],
): void {
  const method = lookUpMethod(analysis, target, `@@${use}`, "method");
  if (!method) return;
  callFunction(analysis, instance, siteOf(expression, use), {
    on: target,
    target: method,
    receiver: target,
    arguments: args.map((node) => ({ node, spread: false })),
    result: createNode(),
  });
}

/** The name that a key always is. */
export function constantKey(instance: FunctionInstance, key: Expression): string | undefined {
  if (key.op === "string") return key.value;
  if (key.op === "number") return String(key.value);
  return key.op === "get" ? currentInstance(instance).constants.get(key.variable) : undefined;
}

/** Notes what complains of an element of `undefined` or `null`, with a key that is a number or is not. */
function noteNullish({ analysis, instance }: Visit, object: FlowNode, key: FlowNode, at: Failure, by: Failure): void {
  const { solver } = analysis;
  solver.onKinds(object, (kinds) => {
    if ((kinds & NULLISH) === 0) return;
    solver.onKinds(key, (given) => {
      if (given & NUMBER) noteFailure(analysis, instance, at);
      if (given & ~NUMBER) noteFailure(analysis, instance, by);
    });
    solver.onObject(key, () => noteFailure(analysis, instance, by));
  });
}

/** Keys that are objects become text through the library. */
function keyText(visit: Visit, expression: Expression, key: FlowNode): void {
  callOnObjects(visit, siteOf(expression, "key"), key, "toString", createNode());
}

function text({ analysis }: Visit): FlowNode {
  const node = createNode();
  analysis.solver.addKinds(node, STRING);
  return node;
}

/** Numbers that are no index become ones that no length is above, or -1. So the index is as wide as numbers that are converted in the fastest way. */
const INDEX: NumberSource = { type: "whole", min: -(2 ** 53) + 1, max: 2 ** 53 - 1 };

function number({ analysis }: Visit): FlowNode {
  const node = createNode();
  analysis.solver.addKinds(node, NUMBER, INDEX);
  return node;
}

function keyNode({ analysis, instance }: Visit, key: Expression): FlowNode {
  return analysis.expression(instance, key);
}
