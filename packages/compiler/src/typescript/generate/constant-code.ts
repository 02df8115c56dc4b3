import type { Instruction } from "../../wasm/index.ts";

/** Whether a value is made of constants and imported globals only, so that a global can have it from the start. */
export function isConstantCode(code: Instruction): boolean {
  switch (code.kind) {
    case "i32":
    case "i64":
    case "float":
    case "null":
      return true;
    case "global":
      return code.op === "global.get" && !code.global.mutable && "module" in code.global;
    case "plain":
      return code.op === "ref.i31" && code.operands.every(isConstantCode);
    case "struct":
    case "array_fixed":
      return code.operands.every(isConstantCode);
    default:
      return false;
  }
}
