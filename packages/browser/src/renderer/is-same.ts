import { isObject } from "./value-type.ts";

/** Whether a value shows as one did before. What is inside of an object may have changed. */
export function isSame(value: unknown, before: unknown): boolean {
  return Object.is(value, before) && !isObject(value);
}
