import { TypeError } from "./error.ts";
import { writeNumber, writeQuoted, writeText } from "./json-buffer.ts";
import { converted, enter, leave, separate, writeEnd, writeName, writeStart } from "./json-write.ts";
import { keysOf } from "./properties.ts";

/** What `JSON.stringify` was told to replace values with, or which names to write. */
export interface Replacer {
  call: ((this: unknown, key: string, value: unknown) => unknown) | undefined;
  names: string[] | undefined;
}

/** What is written in the place of a value. */
export function replaced(replacer: Replacer, holder: unknown, key: string, value: unknown): unknown {
  const given = converted(value, key);
  const { call } = replacer;
  if ($isFunction(call)) return call!.call(holder, key, given);
  else return given;
}

/** Writes what is neither `undefined` nor a function nor a symbol. */
export function writeReplaced(replacer: Replacer, value: unknown): void {
  if ($isString(value)) writeQuoted($asString(value));
  else if ($isNumber(value)) writeNumber($asNumber(value));
  else if ($isBoolean(value)) writeText($asBoolean(value) ? "true" : "false");
  else if ($isNull(value)) writeText("null");
  else if ($isArray(value)) writeReplacedArray(replacer, $asArray(value));
  else if ($isObject(value)) writeReplacedObject(replacer, $asObject(value));
  else if ($isBigint(value)) throw new TypeError("Do not know how to serialize a BigInt");
  else writeText("{}");
}

function writeReplacedArray(replacer: Replacer, items: unknown[]): void {
  enter($toHost(items), "Array");
  writeStart(91);
  const count = items.length;
  for (let i = 0; i < count; i++) {
    separate();
    const item = replaced(replacer, items, $js_number_toString(i), items[i]);
    if ($isUndefined(item)) writeText("null");
    else if ($isFunction(item)) writeText("null");
    else if ($isSymbol(item)) writeText("null");
    else writeReplaced(replacer, item);
  }
  writeEnd(93);
  leave();
}

function writeReplacedObject(replacer: Replacer, object: object): void {
  enter($toHost(object), $className(object));
  writeStart(123);
  const names = replacer.names ?? keysOf(object);
  for (let i = 0; i < names.length; i++) {
    const name = $arrayGet(names, i);
    const value = replaced(replacer, object, name, $getProperty(object, name));
    if ($isUndefined(value)) continue;
    else if ($isFunction(value)) continue;
    else if ($isSymbol(value)) continue;
    else {
      writeName(name);
      writeReplaced(replacer, value);
    }
  }
  writeEnd(125);
  leave();
}
