import { encode, take_block } from "./border";

// @ts-ignore: decorator
@external("rune", "http_fetch")
declare function send(request: usize, length: i32): i32;

export function http_fetch(request: string): Uint8Array {
  const bytes = encode(request);
  return Uint8Array.wrap(take_block(send(changetype<usize>(bytes), bytes.byteLength))!);
}
