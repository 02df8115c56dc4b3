import { encode, take_text } from "./border";

// @ts-ignore: decorator
@external("rune", "clipboard_read")
declare function read(): i32;
// @ts-ignore: decorator
@external("rune", "clipboard_write")
declare function write(text: usize, length: i32): i32;

export function clipboard_read(): string | null {
  return take_text(read());
}

export function clipboard_write(text: string): bool {
  const bytes = encode(text);
  return write(changetype<usize>(bytes), bytes.byteLength) != 0;
}
