import { TypeError } from "./error.ts";
import { toPrimitive } from "./primitive.ts";
import { toNumber, toNumeric, toString } from "./text.ts";

/** `+` of any two values. */
export function addAny(a: unknown, b: unknown): string | number | bigint {
  const left = toPrimitive(a, "default");
  const right = toPrimitive(b, "default");
  if ($isString(left)) return $concat($asString(left), toString(right));
  else if ($isString(right)) return $concat(toString(left), $asString(right));
  else return addNumeric(toNumeric(left), toNumeric(right));
}

function addNumeric(a: number | bigint, b: number | bigint): number | bigint {
  if ($isNumber(a)) {
    if ($isNumber(b)) return $asNumber(a) + $asNumber(b);
    else return throwMixed();
  } else {
    if ($isBigint(b)) return $js_bigint_add($asBigint(a), $asBigint(b));
    else return throwMixed();
  }
}

function throwMixed(): never {
  throw new TypeError("Cannot mix BigInt and other types, use explicit conversions");
}

/** How two values compare under `<` and its like: -1, 0, 1, or NaN where every comparison is false. */
export function compare(a: unknown, b: unknown): number {
  const left = toPrimitive(a, "number");
  const right = toPrimitive(b, "number");
  if ($isString(left)) {
    if ($isString(right)) return $stringCompare($asString(left), $asString(right));
    else if ($isBigint(right)) return -$js_bigint_compareText($asBigint(right), $asString(left));
    else return compareNumbers($js_number_parse($asString(left)), toNumber(right));
  } else if ($isBigint(left)) {
    if ($isBigint(right)) return $js_bigint_compare($asBigint(left), $asBigint(right));
    else if ($isString(right)) return $js_bigint_compareText($asBigint(left), $asString(right));
    else return $js_bigint_compareNumber($asBigint(left), toNumber(right));
  } else if ($isBigint(right)) return -$js_bigint_compareNumber($asBigint(right), toNumber(left));
  else return compareNumbers(toNumber(left), toNumber(right));
}

function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return a === b ? 0 : NaN;
}
