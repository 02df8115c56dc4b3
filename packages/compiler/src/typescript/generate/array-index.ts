import type { Instruction } from "../../wasm/index.ts";
import { op } from "../../wasm/index.ts";

/** The index of an element: what is no index is below zero, or above all lengths. */
export interface ArrayIndex {
  type: "i32" | "i64";
  code: Instruction;
}

/** Whether an index of this type is not below a length. */
export function isOutside({ type, code }: ArrayIndex, length: Instruction): Instruction {
  return type === "i32" ? op("i32.ge_u", code, length) : op("i64.ge_u", code, op("i64.extend_i32_u", length));
}

/** An index as an i32 where it is known to be one. */
export function narrowIndex({ type, code }: ArrayIndex): Instruction {
  return type === "i32" ? code : op("i32.wrap_i64", code);
}
