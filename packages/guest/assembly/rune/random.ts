import { take_text } from "./border";

// @ts-ignore: decorator
@external("rune", "get_random")
declare function read(): f64;
// @ts-ignore: decorator
@external("rune", "uuid_v4")
declare function make_uuid(): i32;

export function get_random(): f64 {
  return read();
}

export function uuid_v4(): string {
  return take_text(make_uuid())!;
}
