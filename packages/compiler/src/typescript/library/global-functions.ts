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

function wellFormed(text: string | undefined): string {
  if ($isUndefined(text)) throw new URIError("URI malformed");
  else return $asString(text);
}
