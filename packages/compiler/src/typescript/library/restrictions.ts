import { isObjectLike } from "./primitive.ts";

/** What has been asked of an object: that it gets no properties, loses none, and that none changes. */
export const CLOSED = 0;
export const SEALED = 1;
export const FROZEN = 2;

/** For each level the objects for which it was asked. It is known, but not enforced: writes still happen. */
const tables: $host[] = [];

/** Notes that an object has been restricted. */
export function restrict<T>(value: T, level: $int): T {
  if (isObjectLike(value)) {
    while (tables.length <= level) $arrayPush(tables, $js_weak_new());
    const object = $toHost(value);
    for (let i = 0; i <= level; i++) $js_weak_set($arrayGet(tables, i), object, object);
  }
  return value;
}

/** Whether it has been; primitive values always are. */
export function isRestricted(value: unknown, level: $int): boolean {
  if (!isObjectLike(value)) return true;
  return level < tables.length && $js_weak_has($arrayGet(tables, level), $toHost(value));
}
