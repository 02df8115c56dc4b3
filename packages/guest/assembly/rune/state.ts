import { encode, take_text } from "./border";

// @ts-ignore: decorator
@external("rune", "get_local_state")
declare function read(key: usize, key_length: i32): i32;
// @ts-ignore: decorator
@external("rune", "set_local_state")
declare function write(key: usize, key_length: i32, value: usize, value_length: i32): void;
// @ts-ignore: decorator
@external("rune", "delete_local_state")
declare function remove(key: usize, key_length: i32): i32;
// @ts-ignore: decorator
@external("rune", "clear_local_state")
declare function clear(): void;

export function get_local_state(key: string): string | null {
  const bytes = encode(key);
  return take_text(read(changetype<usize>(bytes), bytes.byteLength));
}

export function set_local_state(key: string, value: string): void {
  const key_bytes = encode(key);
  const bytes = encode(value);
  write(changetype<usize>(key_bytes), key_bytes.byteLength, changetype<usize>(bytes), bytes.byteLength);
}

export function delete_local_state(key: string): bool {
  const bytes = encode(key);
  return remove(changetype<usize>(bytes), bytes.byteLength) != 0;
}

export function clear_local_state(): void {
  clear();
}
