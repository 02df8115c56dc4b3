// @ts-ignore: decorator
@external("rune", "get_time_ms")
declare function read(): i64;

export function get_time_ms(): i64 {
  return read();
}
