// The compiler makes `abort` and `seed`, which AssemblyScript's own library calls, names of these functions.
import { encode } from "./border";
import { get_random } from "./random";
import { end_turn } from "./turn";

// @ts-ignore: decorator
@external("rune", "abort")
declare function report(message: usize, message_length: i32, file: usize, file_length: i32, line: i32, column: i32): void;

/** Set while a failure is reported, because a report that fails for lack of memory must not report itself. */
let failing: bool = false;

export function abort_to_host(message: string | null, file: string | null, line: u32, column: u32): void {
  if (!failing) {
    failing = true;
    const message_bytes = encode(message === null ? "" : message);
    const file_bytes = encode(file === null ? "" : file);
    failing = false;
    end_turn();
    report(changetype<usize>(message_bytes), message_bytes.byteLength, changetype<usize>(file_bytes), file_bytes.byteLength, line, column);
  }
  unreachable();
}

export function seed_from_host(): f64 {
  return get_random();
}
