import type { Instruction, Label } from "../../../wasm/index.ts";
import { ifElse, unreachable } from "../../../wasm/index.ts";

/** One way to iterate. */
export interface IterationVariant {
  /** Whether the iterable is of this sort. */
  test(): Instruction;
  begin: Instruction[];
  /** Puts the next value into the element, or branches to `end`. */
  advance(end: Label): Instruction[];
  /** Tells the iterator that no more is wanted. */
  close: Instruction[] | undefined;
}

/** The code of the one variant, or of that which fits. */
export function choose<Variant extends { test(): Instruction }>(
  variants: readonly Variant[],
  code: (variant: Variant) => Instruction[],
): Instruction[] {
  const [first, ...rest] = variants;
  if (!first) return [unreachable()];
  if (rest.length === 0) return code(first);
  return [ifElse(first.test(), code(first), choose(rest, code))];
}
