import type { AbstractObject, FunctionObject, PropertiesObject } from "./abstract-object.ts";
import { canonical } from "./abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import type { FunctionInstance } from "./function-instance.ts";
import { currentInstance } from "./function-instance.ts";
import { mergePositions } from "../properties/positions.ts";
import { actOnBase } from "../objects/base-classes.ts";
import { onOpen, openShape } from "./open-shapes.ts";
import { mergeRemoval } from "../objects/removal.ts";
import { mergeOrders } from "../objects/orders.ts";

/** Makes two objects one, with all that belongs to them. */
export function mergeObjects(analysis: Analysis, first: AbstractObject, second: AbstractObject): void {
  const kept = canonical(first);
  const dropped = canonical(second);
  if (kept === dropped) return;
  dropped.merged = kept;
  if (kept.type === "array" && dropped.type === "array") {
    analysis.solver.unify(kept.element, dropped.element);
    mergePositions(analysis, kept, dropped);
    mergeKeyed(analysis, kept, dropped, analysis.keyedByReceiver());
  }
  if (kept.type === "function" && dropped.type === "function") mergeFunctionObjects(analysis, kept, dropped);
  if (kept.type === "instance" && dropped.type === "instance") {
    mergeFields(analysis, kept, dropped);
    mergeKeyed(analysis, kept, dropped, analysis.keyedObjects());
  }
  if (kept.type === "class" && dropped.type === "class") {
    mergeFields(analysis, kept, dropped);
    if (kept.instance && dropped.instance) mergeObjects(analysis, kept.instance, dropped.instance);
    else kept.instance ??= dropped.instance;
    kept.base ??= dropped.base;
    kept.waiting.push(...dropped.waiting.splice(0));
    actOnBase(kept);
  }
  if (kept.type === "shape" && dropped.type === "shape") {
    mergeFields(analysis, kept, dropped);
    mergeKeyed(analysis, kept, dropped, analysis.keyedByReceiver());
    mergeOrders(analysis, kept, dropped);
    const openers = dropped.openers;
    dropped.openers = undefined;
    if (!openers) openShape(kept);
    else for (const opener of openers) onOpen(kept, opener);
    for (const [name, accessor] of dropped.getters) if (!kept.getters.has(name)) kept.getters.set(name, accessor);
    for (const [name, accessor] of dropped.setters) if (!kept.setters.has(name)) kept.setters.set(name, accessor);
  }
}

function mergeFunctionObjects(analysis: Analysis, kept: FunctionObject, dropped: FunctionObject): void {
  mergeFields(analysis, kept, dropped);
  const instance = analysis.sharedInstances.get(dropped);
  if (!instance) return;
  const other = analysis.sharedInstances.get(kept);
  if (other) mergeInstances(analysis, other, instance);
  else analysis.sharedInstances.set(kept, instance);
}

function mergeFields(analysis: Analysis, kept: PropertiesObject, dropped: PropertiesObject): void {
  kept.dynamic ||= dropped.dynamic;
  mergeRemoval(kept, dropped);
  kept.fieldListeners.push(...dropped.fieldListeners);
  for (const [name, node] of dropped.fields) {
    const other = kept.fields.get(name);
    if (other) analysis.solver.unify(other, node);
    else kept.fields.set(name, node);
  }
  for (const listener of Array.from(kept.fieldListeners)) {
    for (const [name, node] of kept.fields) listener(name, node);
  }
}

/** Makes two analyses of one function one, with all that belongs to them. */
function mergeInstances(analysis: Analysis, first: FunctionInstance, second: FunctionInstance): void {
  const kept = currentInstance(first);
  const dropped = currentInstance(second);
  if (kept === dropped) return;
  dropped.merged = kept;
  const { solver } = analysis;
  solver.unify(kept.result, dropped.result);
  dropped.expressions.forEach((node, id) => {
    if (!node) return;
    const other = kept.expressions[id];
    if (other) solver.unify(other, node);
    else kept.expressions[id] = node;
  });
  for (const [key, node] of dropped.places) {
    const other = kept.places.get(key);
    if (other) solver.unify(other, node);
    else kept.places.set(key, node);
  }
  for (const [variable, node] of dropped.variables) {
    const other = kept.variables.get(variable);
    if (other) solver.unify(other, node);
    else kept.variables.set(variable, node);
  }
  for (const [key, targets] of dropped.calls) for (const target of targets) analysis.noteCall(kept, key, target);
  for (const [key, instance] of dropped.clones) {
    const other = kept.clones.get(key);
    if (other) mergeInstances(analysis, other, instance);
    else kept.clones.set(key, instance);
  }
  for (const [key, object] of dropped.allocations) {
    const other = kept.allocations.get(key);
    if (other) mergeObjects(analysis, other, object);
    else kept.allocations.set(key, object);
  }
  mergeKeyed(analysis, kept, dropped, analysis.keyedObjects());
}

/** Makes one what was kept for each of two owners. */
function mergeKeyed(
  analysis: Analysis,
  kept: FunctionInstance | AbstractObject,
  dropped: FunctionInstance | AbstractObject,
  objects: Iterable<Map<unknown, AbstractObject>>,
): void {
  for (const inner of objects) {
    const object = inner.get(dropped);
    if (!object) continue;
    const other = inner.get(kept);
    inner.delete(dropped);
    if (other) mergeObjects(analysis, other, object);
    else inner.set(kept, object);
  }
}
