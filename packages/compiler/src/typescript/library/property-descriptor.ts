import { TypeError } from "./error.ts";
import { hasOwn } from "./properties.ts";
import { FROZEN, SEALED, isRestricted } from "./restrictions.ts";

/** What `Object.getOwnPropertyDescriptor` says of a property that has a value. */
export interface PropertyDescriptor {
  value: unknown;
  writable: boolean;
  enumerable: boolean;
  configurable: boolean;
}

/** `Object.getOwnPropertyDescriptor`. Properties of objects that have accessors of their own cannot be told from those. */
export function describeProperty(object: unknown, key: unknown): PropertyDescriptor | undefined {
  if (!hasOwn(object, key)) return undefined;
  if ($isObject(object)) {
    if ($hasAccessors(object)) throw new TypeError("Properties of an object that has accessors cannot be described");
  }
  const name = `${key as string}`;
  if ($isArray(object) && name === "length") {
    const writable = !isRestricted(object, FROZEN);
    return { value: $asArray(object).length, writable, enumerable: false, configurable: false };
  }
  if ($isString(object)) {
    const isLength = name === "length";
    const value: unknown = isLength ? $asString(object).length : (object as unknown as Record<string, unknown>)[name];
    return { value, writable: false, enumerable: !isLength, configurable: false };
  }
  return {
    value: (object as Record<string, unknown>)[name],
    writable: !isRestricted(object, FROZEN),
    enumerable: true,
    configurable: !isRestricted(object, SEALED),
  };
}
