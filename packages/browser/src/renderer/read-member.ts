import { isSafePropertyName } from "@rune/schema";

/**
 * Reads an own property as views do: nothing from the prototype chain, nothing from `null` or `undefined`. Strings have
 * their `length` and characters. Never throws.
 */
export function readMember(value: unknown, name: string): unknown {
  if (typeof value === "string") return Object.hasOwn(Object(value), name) ? value[name as keyof string] : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  if (!isSafePropertyName(name) || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
