import { Dictionary } from "./dictionary.ts";
import { TypeError } from "./error.ts";
import { appendArray } from "./iteration.ts";
import { TypedArray } from "./typed-array.ts";

/** Names of own enumerable properties; nothing has none. */
export function keysOf(value: unknown): string[] {
  $readHost(value);
  const keys: string[] = [];
  if ($isInstance(value, TypedArray)) {
    const count = $asInstance(value, TypedArray).length;
    for (let i = 0; i < count; i++) $arrayPush(keys, $js_number_toString(i));
  } else if ($isObject(value)) {
    const count = $propertyCount(value);
    for (let i = 0; i < count; i++) $arrayPush(keys, $propertyName(value, i));
    if ($hasMore(value)) {
      const more = $more<Dictionary<unknown>>(value);
      if (!$isUndefined(more)) appendArray(keys, keysOf(more));
    }
  } else if ($isArray(value)) {
    const count = $asArray(value).length;
    for (let i = 0; i < count; i++) $arrayPush(keys, $js_number_toString(i));
  } else if ($isString(value)) {
    const count = $stringLength($asString(value));
    for (let i = 0; i < count; i++) $arrayPush(keys, $js_number_toString(i));
  }
  return keys;
}

/** What `for…in` goes through. */
export function enumerateKeys(value: unknown): string[] {
  return keysOf(value);
}

/** The index that a key of an array or string names; -1 if it names none below the length. */
export function indexOfKey(key: string, length: number): $int {
  const index = $js_number_parse(key) | 0;
  if (index < 0 || index >= length) return -1;
  return $stringEquals($js_number_toString(index), key) ? index : -1;
}

/** Whether an object has a property of its own. */
export function hasOwn(value: unknown, key: unknown): boolean {
  $readHost(value);
  if ($isSymbol(key)) return hasOwnSymbol(value);
  const name = `${key as string}`;
  if ($isObject(value)) {
    if ($hasMore(value)) {
      const more = $more<Record<string, unknown>>(value);
      if (!$isUndefined(more)) return name in more! || $hasOwn(value, name);
    }
    return $hasOwn(value, name);
  } else if ($isArray(value)) return name === "length" || indexOfKey(name, $asArray(value).length) >= 0;
  else if ($isString(value)) return name === "length" || indexOfKey(name, $asString(value).length) >= 0;
  else return false;
}

/** Symbols are no keys of most objects; of the others it is not known here which they are. */
function hasOwnSymbol(value: unknown): boolean {
  if ($isObject(value)) {
    if ($hasSymbolKeys(value)) throwSymbolKeys();
  }
  return false;
}

/** Complains of an object some of whose keys are symbols. */
export function throwSymbolKeys(): never {
  throw new TypeError("Symbols that are keys of an object cannot be listed");
}

interface Copied {
  ["@@copyTo"](target: Record<string, unknown>): void;
}

/**
 * Sets a property of an object that gets a copy of it.
 *
 * @checked
 */
export function copyProperty(value: unknown, name: string, _label: string, target: Record<string, unknown>): void {
  target[name] = value;
}

/** Sets a property of an object that gets what is left of another one. */
export function copyUnlessNamed(
  value: unknown,
  name: string,
  _label: string,
  target: Record<string, unknown>,
  names: readonly unknown[],
): void {
  if (!isNamed(names, name)) target[name] = value;
}

/** `{ ...source }`, onto an object that is there. */
export function spreadObject<T>(target: T, source: unknown): T {
  if ($isObject(source)) ($asObject(source) as Copied)["@@copyTo"](target as Record<string, unknown>);
  else if ($isArray(source)) {
    const items = $asArray(source);
    for (let i = 0; i < items.length; i++) $setProperty(target, $js_number_toString(i), $arrayGet(items, i));
  } else if ($isString(source)) {
    const text = $asString(source);
    for (let i = 0; i < text.length; i++) $setProperty(target, $js_number_toString(i), $substring(text, i, i + 1));
  }
  return target;
}

/** `const { a, b, ...rest } = source`: what is left without the named ones. */
export function omit<T>(source: unknown, ...names: unknown[]): Dictionary<T> {
  if ($isUndefined(source)) throwNoSource("undefined");
  else if ($isNull(source)) throwNoSource("null");
  const rest = new Dictionary<T>();
  const entries = rest as unknown as Record<string, T>;
  if ($isObject(source)) {
    const count = $propertyCount(source);
    for (let i = 0; i < count; i++) {
      const key = $propertyName(source, i);
      if (!isNamed(names, key)) entries[key] = $propertyValue<T>(source, i);
    }
    $eachSymbol(source, copyUnlessNamed, entries as Record<string, unknown>, names);
    if ($hasMore(source)) {
      const more = $more<Dictionary<T>>(source);
      if (!$isUndefined(more)) more!["@@copyUnlessNamed"](entries as Record<string, unknown>, names);
    }
  } else if ($isArray(source)) {
    const items = $asArray<T>(source);
    for (let i = 0; i < items.length; i++) {
      const key = $js_number_toString(i);
      if (!isNamed(names, key)) entries[key] = $arrayGet(items, i);
    }
  }
  return rest;
}

function isNamed(names: readonly unknown[], key: string): boolean {
  for (let i = 0; i < names.length; i++) {
    const name = $arrayGet(names, i);
    if (!$isSymbol(name)) {
      if (`${name as string}` === key) return true;
    }
  }
  return false;
}

function throwNoSource(name: string): never {
  throw new TypeError(`Cannot destructure '${name}' as it is ${name}.`);
}
