import type { ShapeObject } from "./abstract-object.ts";
import { canonical } from "./abstract-object.ts";

/** Notes that something makes objects with these keys, in this order. */
export function addOrder(object: ShapeObject, names: string[]): void {
  const target = canonical(object);
  target.orders.push(names);
  for (const listener of Array.from(target.orderListeners)) listener(names);
}

/** Acts once some of the objects are made without a property. */
export function onMissing(object: ShapeObject, name: string, action: () => void): void {
  const target = canonical(object);
  const look = (names: readonly string[]): void => {
    if (!names.includes(name)) action();
  };
  target.orderListeners.push(look);
  for (const names of Array.from(target.orders)) look(names);
}

/** Gives an object what is known of the orders of one that it becomes one with. */
export function mergeOrders(kept: ShapeObject, dropped: ShapeObject): void {
  kept.orders.push(...dropped.orders);
  kept.orderListeners.push(...dropped.orderListeners);
  for (const listener of Array.from(kept.orderListeners)) {
    for (const names of Array.from(kept.orders)) listener(names);
  }
}
