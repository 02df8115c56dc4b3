import type { PropertiesObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";

/** Notes that something may delete properties of an object. */
export function setRemovable(object: PropertiesObject): void {
  const target = canonical(object);
  if (target.removable) return;
  target.removable = true;
  for (const listener of target.removalListeners.splice(0)) listener();
}

/** Acts once something may delete properties of an object: what is copied from it may lack them too. */
export function onRemovable(object: PropertiesObject, action: () => void): void {
  const target = canonical(object);
  if (target.removable) action();
  else target.removalListeners.push(action);
}

/** Gives an object what is known of one that becomes one with it. */
export function mergeRemoval(kept: PropertiesObject, dropped: PropertiesObject): void {
  kept.removalListeners.push(...dropped.removalListeners.splice(0));
  if (!kept.removable && !dropped.removable) return;
  kept.removable = true;
  for (const listener of kept.removalListeners.splice(0)) listener();
}
