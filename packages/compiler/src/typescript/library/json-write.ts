import { TypeError } from "./error.ts";
import { lastUnit, writeNumber, writeQuoted, writeText, writeUnit } from "./json-buffer.ts";

/** What every object has: its own properties, or what stands for them. */
interface Writable {
  ["@@json"](): void;
}

/** What an object may have. */
interface Convertible {
  readonly toJSON?: (key: string) => unknown;
}

/** Objects and arrays that are being written, of those that may contain themselves, with their classes and where they lie in the one before. */
const open: $host[] = [];
const classes: string[] = [];
const keys: string[] = [];
const indices: $int[] = [];
/** Those before it belong to a call that was interrupted. */
let firstOpen: $int = 0;
/** Where the value lies that is written next; the key counts if the index is below zero. */
let nextKey: string = "";
let nextIndex: $int = -1;

/** What each level is indented by. */
let gap: string = "";
let indented: boolean = false;
let level: $int = 0;

/** How a call of `JSON.stringify` writes. */
export interface Layout {
  gap: string;
  level: $int;
  firstOpen: $int;
}

/** Starts a call; gives what was before. */
export function startLayout(text: string): Layout {
  const before: Layout = { gap, level, firstOpen };
  setLayout(text, 0, open.length);
  return before;
}

/** Goes on as before. */
export function endLayout(before: Layout): void {
  $arraySetLength(open, firstOpen);
  $arraySetLength(classes, firstOpen);
  $arraySetLength(keys, firstOpen);
  $arraySetLength(indices, firstOpen);
  setLayout(before.gap, before.level, before.firstOpen);
}

function setLayout(text: string, depth: $int, first: $int): void {
  gap = text;
  indented = text !== "";
  level = depth;
  firstOpen = first;
}

/** Writes what is neither `undefined` nor a function nor a symbol. */
export function writeValue(value: unknown): void {
  if ($isString(value)) writeQuoted($asString(value));
  else if ($isNumber(value)) writeNumber($asNumber(value));
  else if ($isBoolean(value)) writeText($asBoolean(value) ? "true" : "false");
  else if ($isNull(value)) writeText("null");
  else if ($isArray(value)) ($asArray(value) as unknown as Writable)["@@json"]();
  else if ($isObject(value)) ($asObject(value) as Writable)["@@json"]();
  else if ($isBigint(value)) throw new TypeError("Do not know how to serialize a BigInt");
  else {
    $readHost(value);
    writeText("{}");
  }
}

/** The value, or what its method `toJSON` makes of it. */
export function converted(value: unknown, key: string): unknown {
  if ($isObject(value)) {
    const method = ($asObject(value) as Convertible).toJSON;
    if ($isFunction(method)) return method!.call(value as never, key);
    else return value;
  } else return value;
}

/** Writes a property, if its value has a text. */
export function writeProperty(value: unknown, name: string, label: string): void {
  if ($isObject(value)) writeNamed(converted($asObject(value), name), name, label);
  else writeNamed(value, name, label);
}

function writeNamed(value: unknown, name: string, label: string): void {
  if ($isUndefined(value)) return;
  else if ($isFunction(value)) return;
  else if ($isSymbol(value)) return;
  else {
    nextKey = name;
    nextIndex = -1;
    writeLabel(label);
    writeValue(value);
  }
}

/** Writes an entry of a dictionary. */
export function writeEntry(value: unknown, name: string): void {
  const given = $isObject(value) ? converted($asObject(value), name) : value;
  if ($isUndefined(given)) return;
  else if ($isFunction(given)) return;
  else if ($isSymbol(given)) return;
  else {
    nextKey = name;
    nextIndex = -1;
    writeName(name);
    writeValue(given);
  }
}

/** Writes an element of an array. */
export function writeElement(value: unknown, index: $int): void {
  if ($isObject(value)) writeItem(converted($asObject(value), $js_number_toString(index)), index);
  else writeItem(value, index);
}

function writeItem(value: unknown, index: $int): void {
  separate();
  if ($isUndefined(value)) writeText("null");
  else if ($isFunction(value)) writeText("null");
  else if ($isSymbol(value)) writeText("null");
  else {
    nextIndex = index;
    writeValue(value);
  }
}

/** @analyzedOnce */
export function writeLabel(label: string): void {
  separate();
  writeText(label);
  if (indented) writeUnit(32);
}

/** @analyzedOnce */
export function writeName(name: string): void {
  separate();
  writeQuoted(name);
  writeUnit(58);
  if (indented) writeUnit(32);
}

/**
 * Goes on to the next property or element.
 *
 * @analyzedOnce
 */
export function separate(): void {
  const last = lastUnit();
  if (last !== 123 && last !== 91) writeUnit(44);
  if (indented) startLine();
}

/**
 * Writes the bracket or brace that an object or array starts with.
 *
 * @analyzedOnce
 */
export function writeStart(unit: $int): void {
  writeUnit(unit);
  level++;
}

/**
 * Writes the one that it ends with.
 *
 * @analyzedOnce
 */
export function writeEnd(unit: $int): void {
  level--;
  if (indented) {
    const last = lastUnit();
    if (last !== 123 && last !== 91) startLine();
  }
  writeUnit(unit);
}

/** @analyzedOnce */
function startLine(): void {
  writeUnit(10);
  for (let i = 0; i < level; i++) writeText(gap);
}

/**
 * Notes that an object or array is being written.
 *
 * @analyzedOnce
 */
export function enter(object: $host, className: string): void {
  for (let i = firstOpen; i < open.length; i++) if ($sameObject($arrayGet(open, i), object)) throwCircle(i);
  $arrayPush(open, object);
  $arrayPush(classes, className);
  $arrayPush(keys, nextKey);
  $arrayPush(indices, nextIndex);
}

/** @analyzedOnce */
export function leave(): void {
  const count = open.length - 1;
  $arraySetLength(open, count);
  $arraySetLength(classes, count);
  $arraySetLength(keys, count);
  $arraySetLength(indices, count);
}

/** Complains as V8 does: with the start of the circle, the first step, the last one, and the one that closes it. */
function throwCircle(start: $int): never {
  const count = open.length;
  let text = `Converting circular structure to JSON\n    --> starting at object with constructor '${$arrayGet(classes, start)}'`;
  if (start + 1 < count) text += step(start + 1);
  if (count > start + 3) text += "\n    |     ...";
  if (start + 2 < count) text += step(count - 1);
  throw new TypeError(`${text}\n    --- ${place(nextKey, nextIndex)} closes the circle`);
}

function step(at: $int): string {
  const where = place($arrayGet(keys, at), $arrayGet(indices, at));
  return `\n    |     ${where} -> object with constructor '${$arrayGet(classes, at)}'`;
}

function place(key: string, index: $int): string {
  return index < 0 ? `property '${key}'` : `index ${$js_number_toString(index)}`;
}
