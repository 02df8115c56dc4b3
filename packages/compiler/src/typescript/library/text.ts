import { TypeError } from "./error.ts";
import { objectToPrimitive } from "./primitive.ts";

/** ToString. */
export function toString(value: unknown): string {
  if ($isString(value)) return $asString(value);
  else if ($isNumber(value)) return $js_number_toString($asNumber(value));
  else if ($isBoolean(value)) return $asBoolean(value) ? "true" : "false";
  else if ($isUndefined(value)) return "undefined";
  else if ($isNull(value)) return "null";
  else if ($isBigint(value)) return $js_bigint_toString($asBigint(value));
  else if ($isSymbol(value)) throw new TypeError("Cannot convert a Symbol value to a string");
  else return objectToText(value);
}

/**
 * ToString of what is no primitive.
 *
 * @analyzedOnce
 */
function objectToText(value: unknown): string {
  return toString(objectToPrimitive(value, "string"));
}

/** ToNumber. */
export function toNumber(value: unknown): number {
  if ($isNumber(value)) return $asNumber(value);
  else if ($isString(value)) return $js_number_parse($asString(value));
  else if ($isBoolean(value)) return $asBoolean(value) ? 1 : 0;
  else if ($isUndefined(value)) return NaN;
  else if ($isNull(value)) return 0;
  else if ($isBigint(value)) throw new TypeError("Cannot convert a BigInt value to a number");
  else if ($isSymbol(value)) throw new TypeError("Cannot convert a Symbol value to a number");
  else return objectToNumber(value);
}

/**
 * ToNumber of what is no primitive.
 *
 * @analyzedOnce
 */
function objectToNumber(value: unknown): number {
  return toNumber(objectToPrimitive(value, "number"));
}

/** ToNumeric: a bigint stays one. */
export function toNumeric(value: unknown): number | bigint {
  if ($isNumber(value)) return $asNumber(value);
  else if ($isBigint(value)) return $asBigint(value);
  else if ($isString(value)) return $js_number_parse($asString(value));
  else if ($isBoolean(value)) return $asBoolean(value) ? 1 : 0;
  else if ($isUndefined(value)) return NaN;
  else if ($isNull(value)) return 0;
  else if ($isSymbol(value)) throw new TypeError("Cannot convert a Symbol value to a number");
  else return objectToNumeric(value);
}

/**
 * ToNumeric of what is no primitive.
 *
 * @analyzedOnce
 */
function objectToNumeric(value: unknown): number | bigint {
  return toNumeric(objectToPrimitive(value, "number"));
}

/** `typeof`. */
export function typeOf(value: unknown): string {
  if ($isUndefined(value)) return "undefined";
  else if ($isNumber(value)) return "number";
  else if ($isString(value)) return "string";
  else if ($isBoolean(value)) return "boolean";
  else if ($isFunction(value)) return "function";
  else if ($isBigint(value)) return "bigint";
  else if ($isSymbol(value)) return "symbol";
  else return "object";
}

/** A value as V8 names it in messages. */
export function describeValue(value: unknown): string {
  if ($isObject(value)) return `#<${$className(value)}>`;
  else if ($isArray(value)) return "[object Array]";
  else if ($isSymbol(value)) return $js_symbol_toString(value);
  else if ($isHost(value)) return "#<Object>";
  else return toString(value);
}
