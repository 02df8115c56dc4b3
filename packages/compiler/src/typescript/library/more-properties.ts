import { Dictionary } from "./dictionary.ts";

/*
 * Objects with fields have no room for properties that the program nowhere names. Those that may be given such properties have a field for a
 * dictionary of them; `$more` reads it, and is known to give nothing of all other objects.
 */

/** Reads a property that an object has no field for. */
export function getMore(object: unknown, key: string): unknown {
  const more = $more<Record<string, unknown>>(object);
  if ($isUndefined(more)) return undefined;
  else return more![key];
}

/** Whether an object has a property that it has no field for. */
export function hasMore(object: unknown, key: string): boolean {
  const more = $more<Record<string, unknown>>(object);
  if ($isUndefined(more)) return false;
  else return key in more!;
}

/** Writes a property that an object has no field for. */
export function setMore(object: unknown, key: string, value: unknown): void {
  const more = $more<Record<string, unknown>>(object);
  if ($isUndefined(more)) {
    const made = new Dictionary<unknown>();
    $setMore(object, made);
    (made as unknown as Record<string, unknown>)[key] = value;
  } else more![key] = value;
}

/** Deletes a property that an object has no field for. As the operator: always true. */
export function deleteMore(object: unknown, key: string): boolean {
  const more = $more<Record<string, unknown>>(object);
  if ($isUndefined(more)) return true;
  else return delete more![key];
}

/** Sets each property that an object has no field for on another object. */
export function copyMore(target: Record<string, unknown>, source: unknown): void {
  const more = $more<Dictionary<unknown>>(source);
  if (!$isUndefined(more)) more!["@@copyTo"](target);
}
