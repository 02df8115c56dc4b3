import { TypeError } from "./error.ts";
import { toPrimitive } from "./primitive.ts";
import { toNumber, toNumeric, toString } from "./text.ts";

type Numeric = number | bigint;

/** `+` of any two values. */
export function addAny(a: unknown, b: unknown): string | Numeric {
  const left = toPrimitive(a, "default");
  const right = toPrimitive(b, "default");
  if ($isString(left)) return $concat($asString(left), toString(right));
  else if ($isString(right)) return $concat(toString(left), $asString(right));
  else return addNumeric(toNumeric(left), toNumeric(right));
}

function addNumeric(a: Numeric, b: Numeric): Numeric {
  if ($isNumber(a)) return $asNumber(a) + numberBeside(b);
  else return $js_bigint_add($asBigint(a), bigintBeside(b));
}

/** `-` of any two values. */
export function subtractAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) - numberBeside(right);
  else return $js_bigint_subtract($asBigint(left), bigintBeside(right));
}

/** `*` of any two values. */
export function multiplyAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) * numberBeside(right);
  else return $js_bigint_multiply($asBigint(left), bigintBeside(right));
}

/** `/` of any two values. */
export function divideAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) / numberBeside(right);
  else return $js_bigint_divide($asBigint(left), bigintBeside(right));
}

/** `%` of any two values. */
export function remainderAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) % numberBeside(right);
  else return $js_bigint_remainder($asBigint(left), bigintBeside(right));
}

/** `**` of any two values. */
export function powerAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) ** numberBeside(right);
  else return $js_bigint_power($asBigint(left), bigintBeside(right));
}

/** `&` of any two values. */
export function andAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) & numberBeside(right);
  else return $js_bigint_and($asBigint(left), bigintBeside(right));
}

/** `|` of any two values. */
export function orAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) | numberBeside(right);
  else return $js_bigint_or($asBigint(left), bigintBeside(right));
}

/** `^` of any two values. */
export function xorAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) ^ numberBeside(right);
  else return $js_bigint_xor($asBigint(left), bigintBeside(right));
}

/** `<<` of any two values. */
export function shiftLeftAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) << numberBeside(right);
  else return $js_bigint_shiftLeft($asBigint(left), bigintBeside(right));
}

/** `>>` of any two values. */
export function shiftRightAny(a: unknown, b: unknown): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) >> numberBeside(right);
  else return $js_bigint_shiftRight($asBigint(left), bigintBeside(right));
}

/** `>>>` of any two values: bigints have none. */
export function shiftRightUnsignedAny(a: unknown, b: unknown): number {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if ($isNumber(left)) return $asNumber(left) >>> numberBeside(right);
  else {
    bigintBeside(right);
    throw new TypeError("BigInts have no unsigned right shift, use >> instead");
  }
}

/** The right operand, if the left one is a number. */
function numberBeside(value: Numeric): number {
  if ($isNumber(value)) return $asNumber(value);
  else throw mixed();
}

/** The right operand, if the left one is a bigint. */
function bigintBeside(value: Numeric): bigint {
  if ($isBigint(value)) return $asBigint(value);
  else throw mixed();
}

function mixed(): TypeError {
  return new TypeError("Cannot mix BigInt and other types, use explicit conversions");
}

/** `-` of any value. */
export function negateAny(value: unknown): Numeric {
  const numeric = toNumeric(value);
  return $isNumber(numeric) ? -$asNumber(numeric) : $js_bigint_negate($asBigint(numeric));
}

/** `~` of any value. */
export function notAny(value: unknown): Numeric {
  const numeric = toNumeric(value);
  return $isNumber(numeric) ? ~$asNumber(numeric) : $js_bigint_not($asBigint(numeric));
}

/** What `++` makes of any value. */
export function incrementAny(value: unknown): Numeric {
  const numeric = toNumeric(value);
  return $isNumber(numeric) ? $asNumber(numeric) + 1 : $js_bigint_add($asBigint(numeric), 1n);
}

/** What `--` makes of any value. */
export function decrementAny(value: unknown): Numeric {
  const numeric = toNumeric(value);
  return $isNumber(numeric) ? $asNumber(numeric) - 1 : $js_bigint_subtract($asBigint(numeric), 1n);
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
