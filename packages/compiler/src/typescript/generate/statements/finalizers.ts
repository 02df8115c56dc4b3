import type { Instruction, Label, Local } from "../../../wasm/index.ts";
import { br, createLocal, i32, ifElse, localGet, localSet, op, ret } from "../../../wasm/index.ts";
import type { FunctionGenerator, JumpTarget } from "../function-generator.ts";
import { valueType } from "../representation.ts";

/** What comes after a `finally` block: nothing, the exception again, or the jump that led into it. */
export interface Finalizer {
  /** Leads to the `finally` block. */
  label: Label;
  /** 0: go on, 1: throw again, 2: throw the host's exception again, from 3 on: the jumps. */
  completion: Local;
  jumps: (JumpTarget | "return")[];
}

const returnLocals = new WeakMap<FunctionGenerator, Local>();

/** The local that keeps a function's result while `finally` blocks run. */
export function returnLocal(f: FunctionGenerator): Local {
  let local = returnLocals.get(f);
  if (!local) returnLocals.set(f, (local = createLocal("result", valueType(f.generated.result))));
  return local;
}

/** Jumps to the innermost `finally` block, which jumps on to the target. */
export function leaveThrough(f: FunctionGenerator, target: JumpTarget | "return"): Instruction[] {
  const finalizer = f.finalizers.at(-1)!;
  let index = finalizer.jumps.indexOf(target);
  if (index < 0) index = finalizer.jumps.push(target) - 1;
  return [localSet(finalizer.completion, i32(index + FIRST_JUMP)), br(finalizer.label)];
}

/** Number of the first jump among the completions. */
export const FIRST_JUMP = 3;

/** The jumps that led into a `finally` block, made once it has run. */
export function continueJumps(f: FunctionGenerator, finalizer: Finalizer): Instruction[] {
  return finalizer.jumps.map((target, index) =>
    ifElse(op("i32.eq", localGet(finalizer.completion), i32(index + FIRST_JUMP)), jump(f, target)),
  );
}

function jump(f: FunctionGenerator, target: JumpTarget | "return"): Instruction[] {
  const depth = target === "return" ? 0 : target.depth;
  if (f.finalizers.length > depth) return leaveThrough(f, target);
  return [target === "return" ? ret(localGet(returnLocal(f))) : br(target.wasm)];
}
