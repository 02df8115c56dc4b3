import type { Instruction } from "../../../wasm/index.ts";
import { br, localSet, ret, throwTag } from "../../../wasm/index.ts";
import type { StatementOf } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { ANY_REPRESENTATION } from "../representation.ts";
import { leaveThrough, returnLocal } from "./finalizers.ts";

/** A jump to the end of a labelled statement, through the `finally` blocks on the way. */
export function generateBreak(f: FunctionGenerator, { label }: StatementOf<"break">): Instruction[] {
  const target = f.labels.get(label);
  if (!target) throw new Error(`there is no label ${label.name}`);
  return f.finalizers.length > target.depth ? leaveThrough(f, target) : [br(target.wasm)];
}

/** A return, through the `finally` blocks on the way. */
export function generateReturn(f: FunctionGenerator, { value }: StatementOf<"return">): Instruction[] {
  const { result } = f.generated;
  if (value && !f.hasValue(value)) return f.effect(value);
  const code = value ? f.valueAs(value, result) : f.undefinedResult();
  if (f.finalizers.length === 0) return [ret(code)];
  return [localSet(returnLocal(f), code), ...leaveThrough(f, "return")];
}

/** A throw. */
export function generateThrow(f: FunctionGenerator, { value, position }: StatementOf<"throw">): Instruction[] {
  if (!f.hasValue(value)) return f.effect(value);
  const thrown = throwTag(f.program.runtime.tag(), f.valueAs(value, ANY_REPRESENTATION));
  thrown.position = position;
  return [thrown];
}
