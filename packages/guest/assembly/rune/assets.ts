import { encode, take_block, take_text } from "./border";

// @ts-ignore: decorator
@external("rune", "assets_fetch")
declare function fetch(path: usize, length: i32): i32;

function request(path: string): i32 {
  const bytes = encode(path);
  return fetch(changetype<usize>(bytes), bytes.byteLength);
}

export function asset(path: string): string {
  return "asset:assets/" + path;
}

export function assets_fetch(path: string): Uint8Array | null {
  const block = take_block(request(path));
  return block === null ? null : Uint8Array.wrap(block);
}

export function assets_fetch_text(path: string): string | null {
  return take_text(request(path));
}
