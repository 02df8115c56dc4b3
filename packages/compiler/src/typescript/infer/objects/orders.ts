import type { InstanceObject, KeyOrder, ShapeObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import { declaresField } from "./declared-fields.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { objectsOf } from "../values/flow-node.ts";
import { UNDEFINED } from "../values/kinds.ts";
import { isDictionary } from "../properties/properties.ts";
import { isCopied } from "../properties/property-keys.ts";

/** Notes that something makes objects with these keys, in this order. */
export function addOrder(analysis: Analysis, object: ShapeObject, order: KeyOrder): void {
  const target = canonical(object);
  target.orders.push(order);
  for (const name of Array.from(target.missing.keys())) explore(analysis, target, order, name);
}

/** Acts once some of the objects are made without a property. */
export function onMissing(analysis: Analysis, object: ShapeObject, name: string, action: () => void): void {
  const target = canonical(object);
  let missing = target.missing.get(name);
  if (!missing) {
    missing = { known: false, actions: [] };
    target.missing.set(name, missing);
    for (const order of Array.from(target.orders)) explore(analysis, target, order, name);
  }
  if (missing.known) action();
  else missing.actions.push(action);
}

/** Lets a field be `undefined` if some of the objects are made without the property. */
export function startUndefined(analysis: Analysis, object: ShapeObject, name: string, field: FlowNode): void {
  if (isCopied(name)) onMissing(analysis, object, name, () => analysis.solver.addKinds(field, UNDEFINED));
}

/** Gives an object what is known of the orders of one that it becomes one with. */
export function mergeOrders(analysis: Analysis, kept: ShapeObject, dropped: ShapeObject): void {
  for (const order of dropped.orders) addOrder(analysis, kept, order);
  for (const name of dropped.added) kept.added.add(name);
  for (const name of dropped.soughtNames) kept.soughtNames.add(name);
  kept.writes.push(...dropped.writes.splice(0));
  for (const [name, missing] of dropped.missing) {
    onMissing(analysis, kept, name, () => {
      const actions = missing.known ? [] : missing.actions;
      missing.known = true;
      for (const action of actions) action();
    });
    if (missing.known) settle(kept, name);
  }
}

/** Names of the properties that literals give objects, as far as they are named there or in what they spread. */
export function namesOf(object: ShapeObject): string[] {
  const names = new Set<string>();
  addNames(object, names, new Set());
  return [...names];
}

/** What was seen already is left out: objects are spread into each other over and over. */
function addNames(object: ShapeObject, names: Set<string>, seen: Set<ShapeObject>): void {
  const target = canonical(object);
  if (seen.has(target)) return;
  seen.add(target);
  for (const key of target.orders.flat()) {
    if (typeof key === "string") names.add(key);
    else for (const spread of shapesIn(key)) addNames(spread, names, seen);
  }
}

/** Whether an object of a kind can be without a property that it has a field for. */
export function mayLack(object: InstanceObject | ShapeObject, name: string): boolean {
  if (object.removable) return true;
  if (object.type === "instance") return !declaresField(object.class, name);
  return canonical(object).missing.get(name)?.known ?? true;
}

function shapesIn(node: FlowNode): ShapeObject[] {
  return objectsOf(node).filter((object) => object.type === "shape");
}

/** Finds out whether what a literal makes lacks a property. */
function explore(analysis: Analysis, object: ShapeObject, order: KeyOrder, name: string): void {
  if (order.includes(name)) return;
  const spreads = order.filter((key): key is FlowNode => typeof key !== "string");
  const next = (index: number): void => {
    const spread = spreads[index];
    if (spread) onLacking(analysis, spread, name, () => next(index + 1));
    else settle(object, name);
  };
  next(0);
}

/** Acts once something reaches a node that lacks a property. */
function onLacking(analysis: Analysis, node: FlowNode, name: string, action: () => void): void {
  let isDone = false;
  const act = (): void => {
    if (isDone) return;
    isDone = true;
    action();
  };
  analysis.solver.onKinds(node, (kinds) => {
    if (kinds !== 0) act();
  });
  analysis.solver.onObject(node, (object) => {
    if (object.type === "shape") onMissing(analysis, object, name, act);
    else if (object.type !== "instance" || isDictionary(object) || !declaresField(object.class, name)) act();
  });
}

function settle(object: ShapeObject, name: string): void {
  const missing = canonical(object).missing.get(name);
  if (!missing || missing.known) return;
  missing.known = true;
  for (const action of missing.actions.splice(0)) action();
}
