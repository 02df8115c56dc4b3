import type { ShapeObject } from "./abstract-object.ts";
import { canonical } from "./abstract-object.ts";

/** Acts once objects of a shape are given properties of which nothing is known. */
export function onOpen(object: ShapeObject, action: () => void): void {
  const { openers } = canonical(object);
  if (openers) openers.push(action);
  else action();
}

/** Notes that objects of a shape are given properties of which nothing is known. */
export function openShape(object: ShapeObject): void {
  const target = canonical(object);
  const { openers } = target;
  target.openers = undefined;
  for (const action of openers ?? []) action();
}
