import { encode, take_block } from "./border";

// @ts-ignore: decorator
@external("rune", "file_bytes")
declare function read(name: usize, length: i32, size: f64, lastModified: f64): i32;

const BYTE_ORDER_MARK = 0xfeff;

export function file_bytes(name: string, size: f64, last_modified: f64 = -1): Uint8Array {
  const bytes = encode(name);
  return Uint8Array.wrap(take_block(read(changetype<usize>(bytes), bytes.byteLength, size, last_modified))!);
}

export function file_text(name: string, size: f64, last_modified: f64 = -1): string {
  const bytes = file_bytes(name, size, last_modified);
  const text = String.UTF8.decodeUnsafe(bytes.dataStart, bytes.length);
  return text.length > 0 && text.charCodeAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
}
