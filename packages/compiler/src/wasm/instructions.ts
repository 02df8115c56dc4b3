import type { Instruction } from "./instruction.ts";
import type { AnyFunction, AnyGlobal, DataSegment, Local } from "./module.ts";
import type { BinaryOpcode, NullaryOpcode, PlainOpcode, UnaryOpcode } from "./opcodes.ts";
import type { Position } from "./position.ts";
import type { ArrayType, FunctionType, HeapType, RefType, StructType, ValueType } from "./types.ts";

/** The same instruction, with its place in the source. */
export function at<T extends Instruction>(position: Position | undefined, instruction: T): T {
  if (position) instruction.position = position;
  return instruction;
}

/** A local. */
export function createLocal(name: string, type: ValueType): Local {
  return { name, type };
}

/** An instruction that is its opcode and its operands. */
export function op(op: NullaryOpcode): Instruction;
export function op(op: UnaryOpcode, value: Instruction): Instruction;
export function op(op: BinaryOpcode, left: Instruction, right: Instruction): Instruction;
export function op(op: PlainOpcode, ...operands: Instruction[]): Instruction {
  return { kind: "plain", op, operands };
}

/** `i32.const`; numbers up to 2³² − 1 are taken as unsigned. */
export function i32(value: number): Instruction {
  return { kind: "i32", op: "i32.const", operands: [], value };
}

/** `i64.const`; numbers up to 2⁶⁴ − 1 are taken as unsigned. */
export function i64(value: bigint): Instruction {
  return { kind: "i64", op: "i64.const", operands: [], value };
}

/** `f32.const`, rounded. */
export function f32(value: number): Instruction {
  return { kind: "float", op: "f32.const", operands: [], value };
}

/** `f64.const`; every NaN is the canonical one. */
export function f64(value: number): Instruction {
  return { kind: "float", op: "f64.const", operands: [], value };
}

/** `f32.const` with exactly these bits. */
export function f32Bits(bits: bigint): Instruction {
  return { kind: "float", op: "f32.const", operands: [], value: Number.NaN, bits };
}

/** `f64.const` with exactly these bits. */
export function f64Bits(bits: bigint): Instruction {
  return { kind: "float", op: "f64.const", operands: [], value: Number.NaN, bits };
}

/** `local.get` */
export function localGet(local: Local): Instruction {
  return { kind: "local", op: "local.get", operands: [], local };
}

/** `local.set`; without a value it takes what is on the stack, as after a block with several results. */
export function localSet(local: Local, value?: Instruction): Instruction {
  return { kind: "local", op: "local.set", operands: value ? [value] : [], local };
}

/** `local.tee` */
export function localTee(local: Local, value: Instruction): Instruction {
  return { kind: "local", op: "local.tee", operands: [value], local };
}

/** `global.get` */
export function globalGet(global: AnyGlobal): Instruction {
  return { kind: "global", op: "global.get", operands: [], global };
}

/** `global.set` */
export function globalSet(global: AnyGlobal, value: Instruction): Instruction {
  return { kind: "global", op: "global.set", operands: [value], global };
}

/** `call` */
export function call(target: AnyFunction, ...operands: Instruction[]): Instruction {
  return { kind: "function", op: "call", operands, function: target };
}

/** `return_call` */
export function returnCall(target: AnyFunction, ...operands: Instruction[]): Instruction {
  return { kind: "function", op: "return_call", operands, function: target };
}

/** `ref.func` */
export function refFunc(target: AnyFunction): Instruction {
  return { kind: "function", op: "ref.func", operands: [], function: target };
}

/** `call_ref`: the reference is evaluated after the arguments. */
export function callRef(type: FunctionType, args: readonly Instruction[], target: Instruction): Instruction {
  return { kind: "call_ref", op: "call_ref", operands: [...args, target], type };
}

/** `return_call_ref` */
export function returnCallRef(type: FunctionType, args: readonly Instruction[], target: Instruction): Instruction {
  return { kind: "call_ref", op: "return_call_ref", operands: [...args, target], type };
}

/** `struct.new`: a value for each field, in order. */
export function structNew(type: StructType, ...operands: Instruction[]): Instruction {
  return { kind: "struct", op: "struct.new", operands, type };
}

/** `struct.new_default`: zeros and nulls. */
export function structNewDefault(type: StructType): Instruction {
  return { kind: "struct", op: "struct.new_default", operands: [], type };
}

/** `struct.get` of a field that is not packed. */
export function structGet(type: StructType, field: number, object: Instruction): Instruction {
  return { kind: "field", op: "struct.get", operands: [object], type, field };
}

/** `struct.get_s` of an i8 or i16 field. */
export function structGetS(type: StructType, field: number, object: Instruction): Instruction {
  return { kind: "field", op: "struct.get_s", operands: [object], type, field };
}

/** `struct.get_u` of an i8 or i16 field. */
export function structGetU(type: StructType, field: number, object: Instruction): Instruction {
  return { kind: "field", op: "struct.get_u", operands: [object], type, field };
}

/** `struct.set` */
export function structSet(type: StructType, field: number, object: Instruction, value: Instruction): Instruction {
  return { kind: "field", op: "struct.set", operands: [object, value], type, field };
}

/** `array.new`: the same value `length` times. */
export function arrayNew(type: ArrayType, value: Instruction, length: Instruction): Instruction {
  return { kind: "array", op: "array.new", operands: [value, length], type };
}

/** `array.new_default` */
export function arrayNewDefault(type: ArrayType, length: Instruction): Instruction {
  return { kind: "array", op: "array.new_default", operands: [length], type };
}

/** `array.new_fixed` */
export function arrayNewFixed(type: ArrayType, ...operands: Instruction[]): Instruction {
  return { kind: "array_fixed", op: "array.new_fixed", operands, type };
}

/** `array.new_data`: `length` elements from the byte `offset` on. */
export function arrayNewData(
  type: ArrayType,
  data: DataSegment,
  offset: Instruction,
  length: Instruction,
): Instruction {
  return { kind: "array_data", op: "array.new_data", operands: [offset, length], type, data };
}

/** `array.get` of elements that are not packed. */
export function arrayGet(type: ArrayType, array: Instruction, index: Instruction): Instruction {
  return { kind: "array", op: "array.get", operands: [array, index], type };
}

/** `array.get_s` of i8 or i16 elements. */
export function arrayGetS(type: ArrayType, array: Instruction, index: Instruction): Instruction {
  return { kind: "array", op: "array.get_s", operands: [array, index], type };
}

/** `array.get_u` of i8 or i16 elements. */
export function arrayGetU(type: ArrayType, array: Instruction, index: Instruction): Instruction {
  return { kind: "array", op: "array.get_u", operands: [array, index], type };
}

/** `array.set` */
export function arraySet(type: ArrayType, array: Instruction, index: Instruction, value: Instruction): Instruction {
  return { kind: "array", op: "array.set", operands: [array, index, value], type };
}

/** `array.fill`: operands are array, start, value, length. */
export function arrayFill(
  type: ArrayType,
  ...operands: [array: Instruction, start: Instruction, value: Instruction, length: Instruction]
): Instruction {
  return { kind: "array", op: "array.fill", operands, type };
}

/** `array.copy`: operands are target, its start, source, its start, length. */
export function arrayCopy(
  type: ArrayType,
  source: ArrayType,
  ...operands: [to: Instruction, toStart: Instruction, from: Instruction, fromStart: Instruction, length: Instruction]
): Instruction {
  return { kind: "array_copy", op: "array.copy", operands, type, source };
}

/** `ref.null`; the null of a whole family is `none`, `noextern` or `nofunc`. */
export function nullValue(heap: HeapType): Instruction {
  return { kind: "null", op: "ref.null", operands: [], heap };
}

/** `ref.test` */
export function refTest(target: RefType, value: Instruction): Instruction {
  return { kind: "cast", op: "ref.test", operands: [value], target };
}

/** `ref.cast` */
export function refCast(target: RefType, value: Instruction): Instruction {
  return { kind: "cast", op: "ref.cast", operands: [value], target };
}

/** `select`: all three are evaluated. `type` is needed where the values are references. */
export function select(first: Instruction, second: Instruction, condition: Instruction, type?: ValueType): Instruction {
  return { kind: "select", op: "select", operands: [first, second, condition], type };
}

/** `drop` */
export function drop(value: Instruction): Instruction {
  return { kind: "plain", op: "drop", operands: [value] };
}
