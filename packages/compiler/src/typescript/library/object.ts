import { Date } from "./date.ts";
import { Dictionary } from "./dictionary.ts";
import { sameValue } from "./equality.ts";
import { Error, TypeError } from "./error.ts";
import { endInspection, inspectProperty, startInspection } from "./inspect.ts";
import { appendArray } from "./iteration.ts";
import { enter, leave, writeEnd, writeProperty, writeStart } from "./json-write.ts";
import { throwNotFunction } from "./not-callable.ts";
import type { Hint } from "./primitive.ts";
import { isObjectLike, primitiveOnly } from "./primitive.ts";
import { copyProperty, hasOwn, keysOf, spreadObject, throwSymbolKeys } from "./properties.ts";
import type { PropertyDescriptor } from "./property-descriptor.ts";
import { defineProperty, describeProperty } from "./property-descriptor.ts";
import { getPrototypeOf, isObjectPrototype, isPrototype } from "./prototype.ts";
import { RegExp } from "./regexp.ts";
import { CLOSED, FROZEN, SEALED, isRestricted, restrict } from "./restrictions.ts";
import { cloneProperty } from "./structured-clone.ts";
import { describeValue } from "./text.ts";

/** `Object`: its static side, and the methods that every object has. */
export class Object {
  static ["@@call"](value?: unknown): unknown {
    if ($isUndefined(value)) return new Dictionary<unknown>();
    else if ($isNull(value)) return new Dictionary<unknown>();
    else return value;
  }

  static assign<T>(target: T, ...sources: unknown[]): T {
    requireObject(target);
    for (let i = 0; i < sources.length; i++) spreadObject(target, $arrayGet(sources, i));
    return target;
  }

  static ["assign/2"]<T>(target: T, source: unknown): T {
    requireObject(target);
    return spreadObject(target, source);
  }

  static create(prototype: null): Dictionary<unknown> {
    if ($isNull(prototype)) return new Dictionary<unknown>();
    else if (isObjectPrototype(prototype)) return new Dictionary<unknown>();
    else if (isPrototype(prototype)) throw new TypeError("Objects of a class are only made with new");
    else throw new TypeError(`Object prototype may only be an Object or null: ${describeValue(prototype)}`);
  }

  static defineProperty<T>(target: T, key: unknown, descriptor: Partial<PropertyDescriptor>): T {
    if (!isObjectLike(target)) throw new TypeError("Object.defineProperty called on non-object");
    defineProperty(target, key, descriptor);
    return target;
  }

  static entries<T>(value: Record<string, T>): [string, T][] {
    requireObject(value);
    const entries: [string, T][] = [];
    if ($isObject(value)) {
      const count = $propertyCount(value);
      for (let i = 0; i < count; i++) $arrayPush(entries, [$propertyName(value, i), $propertyValue<T>(value, i)]);
      if ($hasMore(value)) {
        const more = $more<Dictionary<T>>(value);
        if (!$isUndefined(more)) appendArray(entries, Object.entries(more as unknown as Record<string, T>));
      }
    } else if ($isArray(value)) {
      const items = $asArray<T>(value);
      for (let i = 0; i < items.length; i++) $arrayPush(entries, [$js_number_toString(i), $arrayGet(items, i)]);
    } else if ($isString(value)) {
      const text = $asString(value);
      for (let i = 0; i < text.length; i++) {
        $arrayPush(entries, [$js_number_toString(i), $substring(text, i, i + 1) as T]);
      }
    }
    return entries;
  }

  /** The value itself. Assignments of the program's own are refused from now on. */
  static freeze<T>(value: T): T {
    return restrict(value, FROZEN);
  }

  static fromEntries<T>(entries: Iterable<readonly [unknown, T]>): Dictionary<T> {
    const result = new Dictionary<T>();
    for (const entry of entries) {
      if (!isObjectLike(entry)) throw new TypeError(`Iterator value ${describeValue(entry)} is not an entry object`);
      (result as unknown as Record<string, T>)[`${entry[0] as string}`] = entry[1];
    }
    return result;
  }

  static getOwnPropertyDescriptor(value: unknown, key: unknown): PropertyDescriptor | undefined {
    requireObject(value);
    return describeProperty(value, key);
  }

  static getOwnPropertyNames(value: unknown): string[] {
    requireObject(value);
    const names = keysOf(value);
    if ($isArray(value)) $arrayPush(names, "length");
    else if ($isString(value)) $arrayPush(names, "length");
    return names;
  }

  /** None: the properties of objects that have some with symbols as keys cannot be listed by them. */
  static getOwnPropertySymbols(value: unknown): symbol[] {
    requireObject(value);
    if ($isObject(value)) {
      if ($hasSymbolKeys(value)) throwSymbolKeys();
    }
    return [];
  }

  static getPrototypeOf(value: unknown): unknown {
    return getPrototypeOf(value);
  }

  static groupBy<T>(items: Iterable<T>, callback: (item: T, index: number) => unknown): Dictionary<T[]> {
    if (!$isFunction(callback)) throwNotFunction(callback);
    const result = new Dictionary<T[]>();
    const groups = result as unknown as Record<string, T[] | undefined>;
    let index = 0;
    for (const item of items) {
      const key = `${callback(item, index++) as string}`;
      const group = groups[key];
      if (group === undefined) groups[key] = [item];
      else $arrayPush(group, item);
    }
    return result;
  }

  static hasOwn(value: unknown, key: unknown): boolean {
    requireObject(value);
    return hasOwn(value, key);
  }

  static is(a: unknown, b: unknown): boolean {
    return sameValue(a, b);
  }

  static isExtensible(value: unknown): boolean {
    return !isRestricted(value, CLOSED);
  }

  static isFrozen(value: unknown): boolean {
    return isRestricted(value, FROZEN);
  }

  static isSealed(value: unknown): boolean {
    return isRestricted(value, SEALED);
  }

  static keys(value: unknown): string[] {
    requireObject(value);
    return keysOf(value);
  }

  static preventExtensions<T>(value: T): T {
    return restrict(value, CLOSED);
  }

  static seal<T>(value: T): T {
    return restrict(value, SEALED);
  }

  static values<T>(value: Record<string, T>): T[] {
    requireObject(value);
    const values: T[] = [];
    if ($isObject(value)) {
      const count = $propertyCount(value);
      for (let i = 0; i < count; i++) $arrayPush(values, $propertyValue<T>(value, i));
      if ($hasMore(value)) {
        const more = $more<Dictionary<T>>(value);
        if (!$isUndefined(more)) appendArray(values, Object.values(more as unknown as Record<string, T>));
      }
    } else if ($isArray(value)) {
      const items = $asArray<T>(value);
      for (let i = 0; i < items.length; i++) $arrayPush(values, $arrayGet(items, i));
    } else if ($isString(value)) {
      const text = $asString(value);
      for (let i = 0; i < text.length; i++) $arrayPush(values, $substring(text, i, i + 1) as T);
    }
    return values;
  }

  hasOwnProperty(this: unknown, key: unknown): boolean {
    return hasOwn(this, key);
  }

  propertyIsEnumerable(this: unknown, key: unknown): boolean {
    return key !== "length" && hasOwn(this, key);
  }

  /** Sets each of its own enumerable properties on another object. */
  ["@@copyTo"](target: Record<string, unknown>): void {
    $eachProperty(this, copyProperty, target);
    if ($hasMore(this)) {
      const more = $more<Dictionary<unknown>>(this);
      if (!$isUndefined(more)) more!["@@copyTo"](target);
    }
    $eachSymbol(this, copyProperty, target);
  }

  /**
   * Shows it as `console` does.
   *
   * @analyzedByReceiver
   */
  ["@@inspect"](depth: $int): string {
    const name = $className(this);
    const prefix = name === "Object" ? "" : `${name} `;
    const short = startInspection($toHost(this), name, depth);
    if (!$isUndefined(short)) return short!;
    const entries: string[] = [];
    $eachProperty(this, inspectProperty, entries, depth + 1);
    if ($hasMore(this)) {
      const more = $more<Dictionary<unknown>>(this);
      if (!$isUndefined(more)) more!["@@inspectEntries"](entries, depth + 1);
    }
    return endInspection(entries, prefix, "{", "}", depth);
  }

  /**
   * Copies it for `structuredClone`.
   *
   * @analyzedByReceiver
   */
  ["@@clone"](memory: $host): unknown {
    const copy = $plainLike(this);
    const known = $js_weak_get(memory, $toHost(this));
    if (!$isUndefined(known)) return $fromHost(known!, copy);
    $js_weak_set(memory, $toHost(this), $toHost(copy));
    $eachProperty(this, cloneProperty, copy, memory);
    if ($hasMore(this)) {
      const more = $more<Dictionary<unknown>>(this);
      if (!$isUndefined(more)) $setMore(copy, more!["@@clone"](memory));
    }
    return copy;
  }

  /**
   * Writes its properties as JSON.
   *
   * @analyzedByReceiver
   */
  ["@@json"](): void {
    if ($reachesItself(this)) enter($toHost(this), $className(this));
    writeStart(123);
    $eachProperty(this, writeProperty);
    if ($hasMore(this)) {
      const more = $more<Dictionary<unknown>>(this);
      if (!$isUndefined(more)) more!["@@jsonEntries"]();
    }
    writeEnd(125);
    if ($reachesItself(this)) leave();
  }

  toLocaleString(): string {
    return this.toString();
  }

  toString(this: unknown): string {
    return objectToString(this);
  }

  valueOf(): unknown {
    return this;
  }

  /** OrdinaryToPrimitive. */
  ["@@toPrimitive"](hint: Hint): unknown {
    if (hint === "string") {
      const text: unknown = this.toString();
      if ($isString(text)) return $asString(text);
      else return isObjectLike(text) ? primitiveOnly(this.valueOf()) : primitiveOnly(text);
    }
    const value = this.valueOf();
    if ($isObject(value)) return primitiveOnly(this.toString());
    else if ($isArray(value)) return primitiveOnly(this.toString());
    else if ($isFunction(value)) return primitiveOnly(this.toString());
    else return primitiveOnly(value);
  }
}

/** `Object.prototype.toString` by name: who asks that way knows some classes by what it says of them. */
export function tagOfAnything(value: unknown): string {
  $mention("Date");
  $mention("Error");
  $mention("Map");
  $mention("RegExp");
  $mention("Set");
  return objectToString(value);
}

/** `Object.prototype.toString`. */
export function objectToString(value: unknown): string {
  if ($isUndefined(value)) return "[object Undefined]";
  else if ($isNull(value)) return "[object Null]";
  else if ($isArray(value)) return "[object Array]";
  else if ($isString(value)) return "[object String]";
  else if ($isNumber(value)) return "[object Number]";
  else if ($isBoolean(value)) return "[object Boolean]";
  else if ($isBigint(value)) return "[object BigInt]";
  else if ($isSymbol(value)) return "[object Symbol]";
  else if ($isFunction(value)) return "[object Function]";
  else if ($isHost(value)) return $js_host_tag(value as $host);
  else if ($isInstance(value, Date)) return "[object Date]";
  else if ($isInstance(value, RegExp)) return "[object RegExp]";
  else if ($isInstance(value, Error)) return "[object Error]";
  const tag = (value as { ["@@toStringTag"]?: unknown })["@@toStringTag"];
  if ($isString(tag)) return `[object ${tag}]`;
  else return "[object Object]";
}

function requireObject(value: unknown): void {
  $readHost(value);
  if ($isUndefined(value)) throwNothing();
  else if ($isNull(value)) throwNothing();
}

function throwNothing(): never {
  throw new TypeError("Cannot convert undefined or null to object");
}
