import { drop, f32, f64, functionType, i32, i64, op } from "../../../src/wasm/index.ts";
import type { BinaryOpcode, Instruction, UnaryOpcode, ValueType, WasmFunction } from "../../../src/wasm/index.ts";
import { binaryOpcodes, unaryOpcodes } from "../../../src/wasm/opcodes.ts";

const constants: Record<string, Instruction> = { i32: i32(3), i64: i64(3n), f32: f32(3.5), f64: f64(3.5) };

/** Every opcode over numbers, its types read from its name. */
export function createArithmetic(): WasmFunction {
  const isNumeric = (opcode: string): boolean => /^[if](32|64)\./.test(opcode);
  const operandOf = (opcode: string): Instruction => {
    const [, result = "", source] =
      /^(\w+)\.(?:wrap|trunc|trunc_sat|extend|convert|demote|promote|reinterpret)_([if]\d\d)/.exec(opcode) ?? [
        "",
        opcode.split(".")[0],
      ];
    return constants[(source ?? result) as ValueType & string]!;
  };
  const unary = (Object.keys(unaryOpcodes) as UnaryOpcode[]).filter(isNumeric);
  const binaries = (Object.keys(binaryOpcodes) as BinaryOpcode[]).filter(isNumeric);
  return {
    name: "arithmetic",
    type: functionType([]),
    params: [],
    exportNames: ["arithmetic"],
    body: [
      ...unary.map((opcode) => drop(op(opcode, operandOf(opcode)))),
      ...binaries.map((opcode) => drop(op(opcode, operandOf(opcode), operandOf(opcode)))),
    ],
  };
}
