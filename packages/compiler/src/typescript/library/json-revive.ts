import { keysOf } from "./properties.ts";

/** What `JSON.parse` was told to make of each value. */
export type Reviver = (this: unknown, key: string, value: unknown) => unknown;

/** What the function makes of a value that has been parsed, from the inside out. */
export function revive(value: unknown, reviver: Reviver): unknown {
  const holder: Record<string, unknown> = { "": value };
  return revived(holder, "", value, reviver);
}

function revived(holder: unknown, key: string, value: unknown, reviver: Reviver): unknown {
  if ($isArray(value)) reviveElements($asArray(value), reviver);
  else if ($isObject(value)) reviveProperties($asObject(value), reviver);
  return reviver.call(holder, key, value);
}

function reviveElements(items: unknown[], reviver: Reviver): void {
  const count = items.length;
  for (let i = 0; i < count; i++) items[i] = revived(items, $js_number_toString(i), items[i], reviver);
}

function reviveProperties(object: object, reviver: Reviver): void {
  const names = keysOf(object);
  for (let i = 0; i < names.length; i++) {
    const name = $arrayGet(names, i);
    const value = revived(object, name, $getProperty(object, name), reviver);
    if ($isUndefined(value)) $deleteProperty(object, name);
    else $setProperty(object, name, value);
  }
}
