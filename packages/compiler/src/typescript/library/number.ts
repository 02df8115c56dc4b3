import { RangeError } from "./error.ts";
import { isFinite, parseFloat, parseInt } from "./global-functions.ts";
import { toInt } from "./integer.ts";
import { localesText, optionsText } from "./locale.ts";
import { toNumeric } from "./text.ts";

/** `Number`: its static side, and the methods of numbers. */
export class Number {
  static get EPSILON(): number {
    return 2.220446049250313e-16;
  }

  static get MAX_SAFE_INTEGER(): number {
    return 9007199254740991;
  }

  static get MAX_VALUE(): number {
    return 1.7976931348623157e308;
  }

  static get MIN_SAFE_INTEGER(): number {
    return -9007199254740991;
  }

  static get MIN_VALUE(): number {
    return 5e-324;
  }

  static get NEGATIVE_INFINITY(): number {
    return -Infinity;
  }

  static get NaN(): number {
    return NaN;
  }

  static get POSITIVE_INFINITY(): number {
    return Infinity;
  }

  static ["@@call"](...values: unknown[]): number {
    return values.length === 0 ? 0 : numberOf($arrayGet(values, 0));
  }

  static ["@@call/1"](value: unknown): number {
    return numberOf(value);
  }

  static isFinite(value: unknown): boolean {
    return $isNumber(value) ? isFinite($asNumber(value)) : false;
  }

  static isInteger(value: unknown): boolean {
    return $isNumber(value) ? isWhole($asNumber(value)) : false;
  }

  static isNaN(value: unknown): boolean {
    if ($isNumber(value)) {
      const number = $asNumber(value);
      return number !== number;
    } else return false;
  }

  static isSafeInteger(value: unknown): boolean {
    if ($isNumber(value)) {
      const number = $asNumber(value);
      return isWhole(number) && $abs(number) <= 9007199254740991;
    } else return false;
  }

  static parseFloat(text: string): number {
    return parseFloat(text);
  }

  static parseInt(text: string, radix?: number): number {
    return parseInt(text, radix);
  }

  toExponential(this: number, digits?: number): string {
    if ($isUndefined(digits)) return $js_number_toExponential(this, -1);
    const count = toInt(digits!);
    // NaN and the infinities are written before the digits are looked at.
    if (isFinite(this) && (count < 0 || count > 100)) {
      throw new RangeError("toExponential() argument must be between 0 and 100");
    }
    return isFinite(this) ? $js_number_toExponential(this, count) : $js_number_toString(this);
  }

  toFixed(this: number, digits?: number): string {
    const count = $isUndefined(digits) ? 0 : toInt(digits!);
    if (count < 0 || count > 100) throw new RangeError("toFixed() digits argument must be between 0 and 100");
    return $js_number_toFixed(this, count);
  }

  toLocaleString(this: number, locales?: string | string[], options?: object): string {
    return $js_number_toLocaleString(this, localesText(locales), optionsText(options));
  }

  toPrecision(this: number, digits?: number): string {
    if ($isUndefined(digits)) return $js_number_toString(this);
    const count = toInt(digits!);
    if (!isFinite(this)) return $js_number_toString(this);
    if (count < 1 || count > 100) throw new RangeError("toPrecision() argument must be between 1 and 100");
    return $js_number_toPrecision(this, count);
  }

  toString(this: number, radix?: number): string {
    if ($isUndefined(radix)) return $js_number_toString(this);
    const base = toInt(radix!);
    if (base === 10) return $js_number_toString(this);
    if (base < 2 || base > 36) throw new RangeError("toString() radix argument must be between 2 and 36");
    return $js_number_toStringRadix(this, base);
  }

  valueOf(this: number): number {
    return this;
  }
}

/** `Number(value)`: a bigint becomes the nearest number. */
function numberOf(value: unknown): number {
  const numeric = toNumeric(value);
  return $isBigint(numeric) ? $js_bigint_toNumber($asBigint(numeric)) : $asNumber(numeric);
}

function isWhole(x: number): boolean {
  return x - $trunc(x) === 0;
}
