// How values cross the border: UTF-8 text as pointer and length, returned blocks through the host's return buffer.

// @ts-ignore: decorator
@external("rune", "read_return_buffer")
declare function read_return_buffer(target: usize, size: i32): i32;

/** Encodes a text; lone surrogates become U+FFFD, because the host refuses anything that is not UTF-8. */
export function encode(text: string): ArrayBuffer {
  return String.UTF8.encode(text, false, String.UTF8.ErrorMode.REPLACE);
}

/** Takes the block that the last import returned; `null` when its length says that there is none. */
export function take_block(length: i32): ArrayBuffer | null {
  if (length < 0) return null;
  const block = new ArrayBuffer(length);
  read_return_buffer(changetype<usize>(block), length);
  return block;
}

/** Takes the text that the last import returned. */
export function take_text(length: i32): string | null {
  const block = take_block(length);
  return block === null ? null : String.UTF8.decode(block);
}
