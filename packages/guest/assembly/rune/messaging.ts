import { encode } from "./border";

// @ts-ignore: decorator
@external("rune", "send_to_host")
declare function send(message: usize, length: i32): void;

export function send_to_host(message: string): void {
  const bytes = encode(message);
  send(changetype<usize>(bytes), bytes.byteLength);
}
