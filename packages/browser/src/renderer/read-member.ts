import { isSafePropertyName } from "@rune/schema";

/**
 * Reads a property as views do: an object's own, or what a getter of its class gives, and nothing else from the prototype chain; nothing
 * from `null` or `undefined`. Strings have their `length` and characters. Never throws.
 */
export function readMember(value: unknown, name: string): unknown {
  if (typeof value === "string") return Object.hasOwn(Object(value), name) ? value[name as keyof string] : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  if (!isSafePropertyName(name) || !(Object.hasOwn(value, name) || hasGetter(value, name))) return undefined;
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    // A getter of the controller's failed.
    return undefined;
  }
}

function hasGetter(value: object, name: string): boolean {
  let owner = Object.getPrototypeOf(value) as object | null;
  // The first that has the name decides, as in JavaScript.
  while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object | null;
  return owner !== null && Object.getOwnPropertyDescriptor(owner, name)?.get !== undefined;
}
