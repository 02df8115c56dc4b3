import { Uint8Array } from "./uint8-array.ts";

/** A copy of bytes that the host has. */
export function fromHostBytes(bytes: $host): Uint8Array {
  const text = $js_bytes_text(bytes);
  const length = $stringLength(text);
  const array = new Uint8Array(length);
  for (let i = 0; i < length; i++) array["@@write"](i, $charCodeAt(text, i));
  return array;
}
