// A turn is one call from the host. A trap unwinds the guest without running any of its code, so nothing may depend on a turn's
// end: the next outermost turn starts with an empty shadow stack, and what belongs to a turn remembers which.

/** Calls from the host that have not returned; a host function may call back. */
let depth: i32 = 0;
let last: i32 = 0;

/** The running turn. */
export let current_turn: i32 = 0;

/** Begins a turn. Returns the one around it, for `leave_turn`. */
export function enter_turn(): i32 {
  const outer = current_turn;
  current_turn = ++last;
  if (depth++ == 0) __stack_pointer = __heap_base;
  return outer;
}

/** Ends a turn. */
export function leave_turn(outer: i32): void {
  current_turn = outer;
  end_turn();
}

/** Counts the end of a turn, by return or by failure. A trap of another kind is not seen: it only keeps the stack as it is. */
export function end_turn(): void {
  if (depth > 0) depth--;
}
