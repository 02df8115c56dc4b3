import { TypeError } from "./error.ts";
import { isObjectLike } from "./primitive.ts";
import { hasOwn } from "./properties.ts";
import { FROZEN, SEALED, isRestricted } from "./restrictions.ts";
import { describeValue } from "./text.ts";

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

/**
 * `Object.defineProperty`, of properties like those that assignments make: a property that is hidden, read-only or has accessors is part of a
 * class or literal.
 */
export function defineProperty(object: unknown, key: unknown, descriptor: Partial<PropertyDescriptor>): void {
  if (!isObjectLike(descriptor)) {
    throw new TypeError(`Property description must be an object: ${describeValue(descriptor)}`);
  }
  if ("get" in descriptor || "set" in descriptor) throw new TypeError(`Accessors are ${PART}`);
  if ($isObject(object)) {
    if ($hasAccessors(object)) throw new TypeError("Properties of an object that has accessors cannot be defined");
  }
  const isThere = hasOwn(object, key);
  if (!isPlain(descriptor.enumerable, isThere)) throw new TypeError(`Hidden properties are ${PART}`);
  if (!isPlain(descriptor.writable, isThere)) throw new TypeError(`Read-only properties are ${PART}`);
  if (!isPlain(descriptor.configurable, isThere)) throw new TypeError(`Properties that cannot be deleted are ${PART}`);
  if (!isThere || "value" in descriptor) (object as Record<string, unknown>)[key as string] = descriptor.value;
}

const PART = "not defined at run time: declare them in a class or literal";

/** Whether an attribute is as assignments make it; of a property that is there it stays what it is. */
function isPlain(attribute: boolean | undefined, isThere: boolean): boolean {
  return $isUndefined(attribute) ? isThere : !!attribute;
}
