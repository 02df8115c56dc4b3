import { Uint8Array } from "./uint8-array.ts";

/** A copy of bytes that the host has. */
export function fromHostBytes(bytes: $host): Uint8Array {
  return copyFrom($js_bytes_text(bytes), 0);
}

/** A copy of the bytes that follow the first ones that are those of `end`. */
export function hostBytesAfter(bytes: $host, end: string): Uint8Array {
  const text = $js_bytes_text(bytes);
  return copyFrom(text, text.indexOf(end) + end.length);
}

function copyFrom(text: string, start: number): Uint8Array {
  const length = $stringLength(text) - start;
  const array = new Uint8Array(length);
  for (let i = 0; i < length; i++) array["@@write"](i, $charCodeAt(text, start + i));
  return array;
}
