import { encode } from "./border";

// @ts-ignore: decorator
@external("rune", "set_timeout")
declare function start_once(id: usize, length: i32, ms: f64): void;
// @ts-ignore: decorator
@external("rune", "set_interval")
declare function start_repeating(id: usize, length: i32, ms: f64): void;
// @ts-ignore: decorator
@external("rune", "clear_timer")
declare function clear(id: usize, length: i32): i32;

export function set_timeout(id: string, ms: f64): void {
  const bytes = encode(id);
  start_once(changetype<usize>(bytes), bytes.byteLength, ms);
}

export function set_interval(id: string, ms: f64): void {
  const bytes = encode(id);
  start_repeating(changetype<usize>(bytes), bytes.byteLength, ms);
}

export function clear_timer(id: string): bool {
  const bytes = encode(id);
  return clear(changetype<usize>(bytes), bytes.byteLength) != 0;
}
