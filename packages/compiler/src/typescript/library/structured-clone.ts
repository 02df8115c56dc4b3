import { Error } from "./error.ts";

interface Cloned {
  ["@@clone"](memory: $host): unknown;
}

/** `structuredClone`. */
export function structuredClone<T>(value: T): T {
  return cloneValue(value, $js_weak_new());
}

/** A copy of a value; `memory` has the copies that have been made, by what they are copies of. */
export function cloneValue<T>(value: T, memory: $host): T {
  if ($isArray(value)) return ($asArray(value) as unknown as Cloned)["@@clone"](memory) as T;
  else if ($isObject(value)) return ($asObject(value) as Cloned)["@@clone"](memory) as T;
  else if ($isFunction(value)) throwUncloneable(`function ${$functionName(value)}() { [native code] }`);
  else if ($isSymbol(value)) throwUncloneable($js_symbol_toString(value));
  else if ($isHost(value)) throwUncloneable("#<Object>");
  else return value;
}

/** Copies a property. */
export function cloneProperty(
  value: unknown,
  name: string,
  _label: string,
  copy: Record<string, unknown>,
  memory: $host,
): void {
  copy[name] = cloneValue(value, memory);
}

/**
 * Complains about what cannot be copied.
 *
 * @analyzedOnce
 */
export function throwUncloneable(text: string): never {
  const error = new Error(`${text} could not be cloned.`);
  error.name = "DataCloneError";
  throw error;
}
