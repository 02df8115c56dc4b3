import { TypeError } from "./error.ts";

/** What a value is converted for, as `Symbol.toPrimitive` methods are told. */
export type Hint = "default" | "number" | "string";

/** What every object has, `Object` itself if nothing nearer. */
interface Convertible {
  ["@@toPrimitive"](hint: Hint): unknown;
}

/** ToPrimitive. */
export function toPrimitive(value: unknown, hint: Hint): unknown {
  if ($isString(value)) return $asString(value);
  else if ($isNumber(value)) return $asNumber(value);
  else if ($isBoolean(value)) return $asBoolean(value);
  else if ($isUndefined(value)) return undefined;
  else if ($isNull(value)) return null;
  else if ($isBigint(value)) return $asBigint(value);
  else if ($isSymbol(value)) return value;
  else return objectToPrimitive(value, hint);
}

/**
 * ToPrimitive of what is no primitive. It is one for the whole program: what objects become is not kept apart.
 *
 * @analyzedOnce
 */
export function objectToPrimitive(value: unknown, hint: Hint): unknown {
  if ($isHost(value)) return hint === "number" ? timeOrText($js_host_time(value)) : "[object Object]";
  else return primitiveOnly((value as Convertible)["@@toPrimitive"](hint));
}

/** What a date that JavaScript has is compared and subtracted by; of anything else there is no time. */
function timeOrText(time: number): number | string {
  return time === time ? time : "[object Object]";
}

/**
 * A value that must not be an object.
 *
 * @analyzedOnce
 */
export function primitiveOnly(value: unknown): unknown {
  if ($isString(value)) return $asString(value);
  else if ($isNumber(value)) return $asNumber(value);
  else if ($isBoolean(value)) return $asBoolean(value);
  else if ($isUndefined(value)) return undefined;
  else if ($isNull(value)) return null;
  else if ($isBigint(value)) return $asBigint(value);
  else if ($isSymbol(value)) return value;
  else throw new TypeError("Cannot convert object to primitive value");
}

/** Whether a value is an object, an array or a function. */
export function isObjectLike(value: unknown): boolean {
  if ($isObject(value)) return true;
  else if ($isArray(value)) return true;
  else if ($isFunction(value)) return true;
  else return $isHost(value);
}
