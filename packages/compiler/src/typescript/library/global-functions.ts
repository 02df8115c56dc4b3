import { URIError } from "./error.ts";

/** `parseInt`. */
export function parseInt(text: string, radix?: number): number {
  return $js_parseInt(`${text}`, $isUndefined(radix) ? 0 : radix! | 0);
}

/** `parseFloat`. */
export function parseFloat(text: string): number {
  return $js_parseFloat(`${text}`);
}

/** `isNaN`. */
export function isNaN(value: number): boolean {
  const number = +value;
  return number !== number;
}

/** `isFinite`. */
export function isFinite(value: number): boolean {
  const number = +value;
  return number - number === 0;
}

/** `encodeURI`. */
export function encodeURI(text: string): string {
  return wellFormed($js_encodeURI(`${text}`));
}

/** `encodeURIComponent`. */
export function encodeURIComponent(text: string): string {
  return wellFormed($js_encodeURIComponent(`${text}`));
}

/** `decodeURI`. */
export function decodeURI(text: string): string {
  return wellFormed($js_decodeURI(`${text}`));
}

/** `decodeURIComponent`. */
export function decodeURIComponent(text: string): string {
  return wellFormed($js_decodeURIComponent(`${text}`));
}

/** `escape`. */
export function escape(text: string): string {
  const source = `${text}`;
  let escaped = "";
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (isPlain(unit)) escaped += source.charAt(i);
    else escaped += unit < 256 ? `%${hexadecimal(unit, 2)}` : `%u${hexadecimal(unit, 4)}`;
  }
  return escaped;
}

/** `unescape`. */
export function unescape(text: string): string {
  const source = `${text}`;
  let plain = "";
  for (let i = 0; i < source.length; i++) {
    const isLong = source.charAt(i + 1) === "u";
    const digits = isLong ? 4 : 2;
    const start = isLong ? i + 2 : i + 1;
    const unit = source.charAt(i) === "%" ? readHexadecimal(source, start, digits) : -1;
    if (unit < 0) plain += source.charAt(i);
    else {
      plain += $fromCharCode(unit);
      i = start + digits - 1;
    }
  }
  return plain;
}

/** Whether `escape` leaves a unit as it is: letters, digits and `*+-./@_`. */
function isPlain(unit: number): boolean {
  if (unit >= 97) return unit <= 122;
  if (unit >= 64) return unit <= 90 || unit === 95;
  return (unit >= 45 && unit <= 57) || unit === 42 || unit === 43;
}

function hexadecimal(unit: number, digits: number): string {
  let text = "";
  for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4) text += "0123456789ABCDEF".charAt((unit >> shift) & 15);
  return text;
}

/** -1 if not all are digits. */
function readHexadecimal(text: string, start: number, digits: number): number {
  if (start + digits > text.length) return -1;
  let unit = 0;
  for (let i = start; i < start + digits; i++) {
    const digit = "0123456789abcdef".indexOf(text.charAt(i).toLowerCase());
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function wellFormed(text: string | undefined): string {
  if ($isUndefined(text)) throw new URIError("URI malformed");
  else return $asString(text);
}
