// A turn is one call from the host. A trap unwinds the guest without running any of its code, so what a call must leave as it
// found it is put right at the start of the next outermost turn.
import { drop_batch } from "./mutations";

/** Calls from the host that have not returned; a host function may call back. */
let depth: i32 = 0;

/** Begins a turn: the outermost starts with an empty shadow stack. Returns whether it is the outermost. */
export function enter_turn(): bool {
  if (depth++ > 0) return false;
  __stack_pointer = __heap_base;
  return true;
}

/** Begins a turn in a module that uses `rune.batch`. */
export function enter_turn_with_batch(): void {
  if (enter_turn()) drop_batch();
}

/** Ends a turn, by return or by failure. A trap of another kind does not come here: it only keeps the stack as it is. */
export function leave_turn(): void {
  if (depth > 0) depth--;
}
