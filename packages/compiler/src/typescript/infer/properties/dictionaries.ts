import type { Expression } from "../../ir/index.ts";
import type { InstanceObject } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { callFunction } from "../calls/calls.ts";
import { isSure } from "../calls/failures.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { siteOf } from "../values/site.ts";
import { NUMBER, STRING } from "../values/kinds.ts";
import { lookUpMethod } from "./properties.ts";
import type { DictionaryMethod } from "../values/site.ts";

/** Where an entry of a dictionary is used. Without a node for the key, the key is a name. */
interface EntryUse {
  analysis: Analysis;
  instance: FunctionInstance;
  expression: Expression;
  target: InstanceObject;
  key: FlowNode | undefined;
}

/** What reading an entry of a dictionary gives. */
export function readDictionary(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: InstanceObject,
  result: FlowNode,
  key?: FlowNode,
): void {
  callByKey({ analysis, instance, expression, target, key }, "get", [], result);
}

/** Writes an entry of a dictionary. */
export function writeDictionary(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: InstanceObject,
  value: FlowNode,
  key?: FlowNode,
): void {
  noteRestricted(analysis, instance, expression, target);
  callByKey({ analysis, instance, expression, target, key }, "set", [value], createNode());
}

/** Lets a write that may be refused find out whether an entry is there. */
function noteRestricted(
  analysis: Analysis,
  instance: FunctionInstance,
  expression: Expression,
  target: InstanceObject,
): void {
  if (isSure(instance)) return;
  const has = once(() =>
    callEntry({ analysis, instance, expression, target, key: undefined }, "has", STRING, [], createNode()),
  );
  analysis.restricted.any.whenMet(has);
}

/** Calls the method for keys that are numbers where such come, the one for names where anything else comes. */
function callByKey(use: EntryUse, name: "get" | "set", values: readonly FlowNode[], result: FlowNode): void {
  const { solver } = use.analysis;
  const { key } = use;
  const byName = once(() => callEntry(use, name, STRING, values, result));
  if (!key) return byName();
  const byNumber = once(() => callEntry(use, `${name}Number`, NUMBER, values, result));
  solver.onKinds(key, (kinds) => {
    if (kinds & NUMBER) byNumber();
    if (kinds & ~NUMBER) byName();
  });
  solver.onObject(key, byName);
}

function callEntry(
  { analysis, instance, expression, target, key }: EntryUse,
  name: DictionaryMethod,
  kind: typeof NUMBER,
  values: readonly FlowNode[],
  result: FlowNode,
): void {
  const method = lookUpMethod(analysis, target, name, "method");
  if (!method) throw new Error(`the library's Dictionary has no method ${name}`);
  const given = createNode();
  analysis.solver.addKinds(given, kind, key && kind === NUMBER ? { type: "same", operands: [key] } : undefined);
  callFunction(analysis, instance, siteOf(expression, name), {
    on: target,
    target: method,
    receiver: target,
    arguments: [given, ...values].map((node) => ({ node, spread: false })),
    result,
  });
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
