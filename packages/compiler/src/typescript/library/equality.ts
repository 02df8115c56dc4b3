import { isObjectLike, toPrimitive } from "./primitive.ts";
import { toNumber } from "./text.ts";

/** `===` of any two values. */
export function strictEquals(a: unknown, b: unknown): boolean {
  if ($isNumber(a)) return $isNumber(b) ? $asNumber(a) === $asNumber(b) : false;
  else if ($isString(a)) return $isString(b) ? $stringEquals($asString(a), $asString(b)) : false;
  else if ($isBoolean(a)) return $isBoolean(b) ? $asBoolean(a) === $asBoolean(b) : false;
  else if ($isUndefined(a)) return $isUndefined(b);
  else if ($isNull(a)) return $isNull(b);
  else if ($isBigint(a)) return $isBigint(b) ? $js_bigint_equals($asBigint(a), $asBigint(b)) : false;
  else if ($isSymbol(a)) return $isSymbol(b) ? $js_symbol_equals(a, b) : false;
  else if ($isHost(a)) return $isHost(b) ? $js_host_equals(a, b) : false;
  else return isObjectLike(b) ? $same(a, b) : false;
}

/** SameValueZero: as `===`, but NaN is itself. */
export function sameValueZero(a: unknown, b: unknown): boolean {
  if ($isNumber(a)) {
    if ($isNumber(b)) {
      const x = $asNumber(a);
      const y = $asNumber(b);
      return x === y || (x !== x && y !== y);
    } else return false;
  } else return a === b;
}

/** SameValue, which is `Object.is`: as SameValueZero, but the two zeros differ. */
export function sameValue(a: unknown, b: unknown): boolean {
  if ($isNumber(a)) {
    if ($isNumber(b)) {
      const x = $asNumber(a);
      const y = $asNumber(b);
      return x === y ? x !== 0 || 1 / x === 1 / y : x !== x && y !== y;
    } else return false;
  } else return a === b;
}

/** `==` of any two values. */
export function looseEquals(a: unknown, b: unknown): boolean {
  if ($isUndefined(a)) return isNothing(b);
  else if ($isNull(a)) return isNothing(b);
  else if ($isUndefined(b)) return false;
  else if ($isNull(b)) return false;
  else if ($isObject(a)) return equalsObject(a, b);
  else if ($isArray(a)) return equalsObject(a, b);
  else if ($isFunction(a)) return equalsObject(a, b);
  else if ($isObject(b)) return equalsObject(b, a);
  else if ($isArray(b)) return equalsObject(b, a);
  else if ($isFunction(b)) return equalsObject(b, a);
  else return equalPrimitives(a, b);
}

function isNothing(value: unknown): boolean {
  if ($isUndefined(value)) return true;
  else return $isNull(value);
}

function equalsObject(object: unknown, other: unknown): boolean {
  return isObjectLike(other) ? object === other : looseEquals(toPrimitive(object, "default"), other);
}

function equalPrimitives(a: unknown, b: unknown): boolean {
  if ($isString(a)) {
    if ($isString(b)) return $stringEquals($asString(a), $asString(b));
    else if ($isBigint(b)) return $js_bigint_compareText($asBigint(b), $asString(a)) === 0;
    else return equalsNumber(b, $js_number_parse($asString(a)));
  } else if ($isBigint(a)) {
    if ($isBigint(b)) return $js_bigint_equals($asBigint(a), $asBigint(b));
    else if ($isString(b)) return $js_bigint_compareText($asBigint(a), $asString(b)) === 0;
    else if ($isSymbol(b)) return false;
    else return $js_bigint_compareNumber($asBigint(a), toNumber(b)) === 0;
  } else if ($isSymbol(a)) return a === b;
  else if ($isHost(a)) return a === b;
  else return equalsNumber(b, toNumber(a));
}

/** Whether a primitive equals a number. */
function equalsNumber(value: unknown, x: number): boolean {
  if ($isNumber(value)) return $asNumber(value) === x;
  else if ($isString(value)) return $js_number_parse($asString(value)) === x;
  else if ($isBoolean(value)) return ($asBoolean(value) ? 1 : 0) === x;
  else if ($isBigint(value)) return $js_bigint_compareNumber($asBigint(value), x) === 0;
  else return false;
}
