import { Error } from "./error.ts";
import type { Uint8Array } from "./uint8-array.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** `btoa`. */
export function btoa(data: string): string {
  const bytes = `${data}`;
  const count = bytes.length;
  let text = "";
  for (let i = 0; i < count; i += 3) {
    const second = i + 1 < count ? byteAt(bytes, i + 1) : 0;
    const third = i + 2 < count ? byteAt(bytes, i + 2) : 0;
    const bits = (byteAt(bytes, i) << 16) | (second << 8) | third;
    text = $concat($concat(text, digit(bits >> 18)), digit(bits >> 12));
    text = $concat(text, i + 1 < count ? digit(bits >> 6) : "=");
    text = $concat(text, i + 2 < count ? digit(bits) : "=");
  }
  return text;
}

/** Bytes in base64. */
export function base64Of(bytes: Uint8Array): string {
  const count = bytes.length;
  const length = (((count + 2) / 3) | 0) << 2;
  const units = $typedNew("u16", length);
  let at = 0;
  for (let i = 0; i < count; i += 3) {
    const first = bytes["@@read"](i);
    const second = i + 1 < count ? bytes["@@read"](i + 1) : 0;
    const third = i + 2 < count ? bytes["@@read"](i + 2) : 0;
    const bits = (first << 16) | (second << 8) | third;
    for (let shift = 18; shift >= 0; shift -= 6)
      $typedSet("u16", units, at++, $charCodeAt(DIGITS, (bits >> shift) & 63));
  }
  for (let i = length - ((3 - (count % 3)) % 3); i < length; i++) $typedSet("u16", units, i, 61);
  return $stringFromUnits(units, 0, length);
}

/** `atob`. */
export function atob(data: string): string {
  const digits = withoutSpace(`${data}`);
  let count = digits.length;
  if (count % 4 === 0 && count > 0) {
    if ($charCodeAt(digits, count - 1) === 61) count--;
    if ($charCodeAt(digits, count - 1) === 61) count--;
  }
  if (count % 4 === 1) throwInvalid("The string to be decoded is not correctly encoded.");
  let text = "";
  let bits = 0;
  for (let i = 0; i < count; i++) {
    bits = (bits << 6) | valueOf($charCodeAt(digits, i));
    const unused = 6 - ((i % 4) * 2 || 6);
    if (i % 4 > 0) text = $concat(text, $fromCharCode((bits >> unused) & 255));
  }
  return text;
}

function byteAt(text: string, index: $int): $int {
  const unit = $charCodeAt(text, index);
  if (unit > 255) throwInvalid("Invalid character");
  return unit;
}

function digit(bits: $int): string {
  const at = bits & 63;
  return $substring(DIGITS, at, at + 1);
}

function withoutSpace(text: string): string {
  let result = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = $charCodeAt(text, i);
    if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9 && unit !== 12) continue;
    result = $concat(result, $substring(text, from, i));
    from = i + 1;
  }
  return from === 0 ? text : $concat(result, $substring(text, from, text.length));
}

/** The six bits that a digit stands for. */
function valueOf(unit: $int): $int {
  if (unit >= 65 && unit <= 90) return unit - 65;
  if (unit >= 97 && unit <= 122) return unit - 71;
  if (unit >= 48 && unit <= 57) return unit + 4;
  if (unit === 43) return 62;
  if (unit === 47) return 63;
  return throwInvalid("Invalid character");
}

function throwInvalid(message: string): never {
  const error = new Error(message);
  error.name = "InvalidCharacterError";
  throw error;
}
