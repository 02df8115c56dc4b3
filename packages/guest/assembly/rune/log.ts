import { encode } from "./border";

// @ts-ignore: decorator
@external("rune", "log_debug")
declare function send_debug(text: usize, length: i32): void;
// @ts-ignore: decorator
@external("rune", "log_info")
declare function send_info(text: usize, length: i32): void;
// @ts-ignore: decorator
@external("rune", "log_warn")
declare function send_warn(text: usize, length: i32): void;
// @ts-ignore: decorator
@external("rune", "log_error")
declare function send_error(text: usize, length: i32): void;

export function log_debug(text: string): void {
  const bytes = encode(text);
  send_debug(changetype<usize>(bytes), bytes.byteLength);
}

export function log_info(text: string): void {
  const bytes = encode(text);
  send_info(changetype<usize>(bytes), bytes.byteLength);
}

export function log_warn(text: string): void {
  const bytes = encode(text);
  send_warn(changetype<usize>(bytes), bytes.byteLength);
}

export function log_error(text: string): void {
  const bytes = encode(text);
  send_error(changetype<usize>(bytes), bytes.byteLength);
}
