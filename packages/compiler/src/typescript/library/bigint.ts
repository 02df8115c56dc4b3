import { RangeError, TypeError } from "./error.ts";
import { toInt } from "./integer.ts";
import { localesText, optionsText } from "./locale.ts";
import { toPrimitive } from "./primitive.ts";
import { describeValue, toNumber } from "./text.ts";

/** `BigInt`: what it does when called, its static side, and the methods of bigints. */
export class BigInt {
  constructor() {
    throw new TypeError("BigInt is not a constructor");
  }

  static ["@@call"](value: unknown): bigint {
    const primitive = toPrimitive(value, "number");
    if ($isNumber(primitive)) return $js_bigint_fromNumber($asNumber(primitive));
    else return toBigint(primitive);
  }

  static asIntN(bits: unknown, value: unknown): bigint {
    const count = toBits(bits);
    return $js_bigint_asIntN(count, toBigint(value));
  }

  static asUintN(bits: unknown, value: unknown): bigint {
    const count = toBits(bits);
    return $js_bigint_asUintN(count, toBigint(value));
  }

  toLocaleString(this: bigint, locales?: string | string[], options?: object): string {
    return $js_bigint_toLocaleString(this, localesText(locales), optionsText(options));
  }

  toString(this: bigint, radix?: number): string {
    if ($isUndefined(radix)) return $js_bigint_toString(this);
    const base = toInt(radix!);
    if (base < 2 || base > 36) throw new RangeError("toString() radix argument must be between 2 and 36");
    return $js_bigint_toStringRadix(this, base);
  }

  valueOf(this: bigint): bigint {
    return this;
  }
}

/** ToBigInt: numbers have none. */
export function toBigint(value: unknown): bigint {
  if ($isBigint(value)) return $asBigint(value);
  else if ($isString(value)) return $js_bigint_fromString($asString(value));
  else if ($isBoolean(value)) return $asBoolean(value) ? 1n : 0n;
  else if ($isObject(value)) return toBigint(toPrimitive(value, "number"));
  else if ($isArray(value)) return toBigint(toPrimitive(value, "number"));
  else throw new TypeError(`Cannot convert ${describeValue(value)} to a BigInt`);
}

function toBits(value: unknown): number {
  const bits = toNumber(value);
  const whole = bits === bits ? $trunc(bits) : 0;
  if (whole >= 0 && whole <= 9007199254740991) return whole;
  throw new RangeError("Invalid value: not (convertible to) a safe integer");
}
