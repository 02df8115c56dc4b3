import { TypeError } from "./error.ts";
import { isObjectLike } from "./primitive.ts";

/** What has been asked of an object: that it gets no properties, loses none, and that none changes. */
export const CLOSED = 0;
export const SEALED = 1;
export const FROZEN = 2;

/** For each level the objects for which it was asked. What the program writes to them itself is refused. */
const tables: $host[] = [];

/** Notes that an object has been restricted. */
export function restrict<T>(value: T, level: $int): T {
  if (isObjectLike(value)) {
    $restricts(value);
    while (tables.length <= level) $arrayPush(tables, $js_weak_new());
    const object = $toHost(value);
    for (let i = 0; i <= level; i++) $js_weak_set($arrayGet(tables, i), object, object);
  }
  return value;
}

/** Whether it has been; primitive values always are. */
export function isRestricted(value: unknown, level: $int): boolean {
  if (!isObjectLike(value)) return true;
  return isNoted($toHost(value), level);
}

/**
 * Refuses to write a property, which is there already or is not, of an object for which that has been asked. `owner` is how V8 names the
 * object.
 */
export function requireWritable(object: $host, exists: boolean, owner: string, name: string): boolean {
  if (exists) {
    if (isNoted(object, FROZEN))
      throw new TypeError(`Cannot assign to read only property '${name}' of object '${owner}'`);
  } else if (isNoted(object, CLOSED)) throw new TypeError(`Cannot add property ${name}, object is not extensible`);
  return true;
}

/** Refuses to delete a property of an object for which that has been asked. */
export function requireRemovable(object: $host, owner: string, name: string): boolean {
  if (isNoted(object, SEALED)) throw new TypeError(`Cannot delete property '${name}' of ${owner}`);
  return true;
}

function isNoted(object: $host, level: $int): boolean {
  return level < tables.length && $js_weak_has($arrayGet(tables, level), object);
}
