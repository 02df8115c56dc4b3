import type { AnyFunction, AnyGlobal, AnyTag, DataSegment, Local } from "./module.ts";
import type { PlainOpcode } from "./opcodes.ts";
import type { Position } from "./position.ts";
import type { ArrayType, FunctionType, HeapType, RefType, StructType, ValueType } from "./types.ts";

/** A target of branches. The object is its identity; the block that carries it gives it its place. */
export interface Label {
  name: string;
}

/** What all instructions have: a tree whose operands are evaluated in order, each of them leaving its values on the stack. */
interface Node {
  operands: Instruction[];
  position?: Position;
}

/** An opcode and nothing else. */
export interface PlainInstruction extends Node {
  kind: "plain";
  op: PlainOpcode;
}

/** Leaves the function with its results. */
export interface ReturnInstruction extends Node {
  kind: "return";
  op: "return";
}

/** A 32-bit integer, signed or unsigned. */
export interface I32Instruction extends Node {
  kind: "i32";
  op: "i32.const";
  value: number;
}

/** A 64-bit integer, signed or unsigned. */
export interface I64Instruction extends Node {
  kind: "i64";
  op: "i64.const";
  value: bigint;
}

/** A float. `bits`, where given, decides: it can express every NaN. */
export interface FloatInstruction extends Node {
  kind: "float";
  op: "f32.const" | "f64.const";
  value: number;
  bits?: bigint;
}

/** A local. `local.set` without operand takes what is on the stack. */
export interface LocalInstruction extends Node {
  kind: "local";
  op: "local.get" | "local.set" | "local.tee";
  local: Local;
}

/** A global. */
export interface GlobalInstruction extends Node {
  kind: "global";
  op: "global.get" | "global.set";
  global: AnyGlobal;
}

/** A function by name. */
export interface FunctionInstruction extends Node {
  kind: "function";
  op: "call" | "return_call" | "ref.func";
  function: AnyFunction;
}

/** A call of the reference that is the last operand. */
export interface CallRefInstruction extends Node {
  kind: "call_ref";
  op: "call_ref" | "return_call_ref";
  type: FunctionType;
}

/** A struct made. */
export interface StructInstruction extends Node {
  kind: "struct";
  op: "struct.new" | "struct.new_default";
  type: StructType;
}

/** A field of a struct, by number. */
export interface FieldInstruction extends Node {
  kind: "field";
  op: "struct.get" | "struct.get_s" | "struct.get_u" | "struct.set";
  type: StructType;
  field: number;
}

/** An array made, read or written. */
export interface ArrayInstruction extends Node {
  kind: "array";
  op: "array.new" | "array.new_default" | "array.get" | "array.get_s" | "array.get_u" | "array.set" | "array.fill";
  type: ArrayType;
}

/** An array of as many elements as there are operands. */
export interface ArrayFixedInstruction extends Node {
  kind: "array_fixed";
  op: "array.new_fixed";
  type: ArrayType;
}

/** An array from bytes of the module. */
export interface ArrayDataInstruction extends Node {
  kind: "array_data";
  op: "array.new_data";
  type: ArrayType;
  data: DataSegment;
}

/** Elements copied between arrays of two types. */
export interface ArrayCopyInstruction extends Node {
  kind: "array_copy";
  op: "array.copy";
  /** Type of the array written to. */
  type: ArrayType;
  /** Type of the array read from. */
  source: ArrayType;
}

/** Null. */
export interface NullInstruction extends Node {
  kind: "null";
  op: "ref.null";
  heap: HeapType;
}

/** A test or cast. */
export interface CastInstruction extends Node {
  kind: "cast";
  op: "ref.test" | "ref.cast";
  target: RefType;
}

/** A branch to one label. Operands: the values for the label, then the condition or reference. */
export interface BranchInstruction extends Node {
  kind: "branch";
  op: "br" | "br_if" | "br_on_null" | "br_on_non_null";
  label: Label;
}

/** A branch to the label with the number of the last operand, else to `default`. */
export interface BranchTableInstruction extends Node {
  kind: "branch_table";
  op: "br_table";
  labels: Label[];
  default: Label;
}

/** A branch if the reference, known to be `from`, is (or is not) `to`. */
export interface BranchCastInstruction extends Node {
  kind: "branch_cast";
  op: "br_on_cast" | "br_on_cast_fail";
  label: Label;
  from: RefType;
  to: RefType;
}

/** One of two values; `type` is needed for references. */
export interface SelectInstruction extends Node {
  kind: "select";
  op: "select";
  type: ValueType | undefined;
}

/** An exception thrown. */
export interface ThrowInstruction extends Node {
  kind: "throw";
  op: "throw";
  tag: AnyTag;
}

/** What the structured instructions leave on the stack: `results` where there is more than one, else `result`. */
interface Structured extends Node {
  label: Label;
  result: ValueType | undefined;
  results?: readonly ValueType[];
}

/** Instructions in sequence. A branch to the label of a `loop` repeats it, to that of a `block` leaves it. */
export interface BlockInstruction extends Structured {
  kind: "block";
  op: "block" | "loop";
  body: Instruction[];
}

/** A choice by the only operand. */
export interface IfInstruction extends Structured {
  kind: "if";
  op: "if";
  body: Instruction[];
  otherwise: Instruction[];
}

/** Where an exception with a tag (or, without, any exception) goes: to a label that takes the tag's values. */
export interface Catch {
  tag: AnyTag | undefined;
  label: Label;
}

/** A sequence whose exceptions are caught. The labels of the catches are those around it. */
export interface TryInstruction extends Structured {
  kind: "try";
  op: "try_table";
  body: Instruction[];
  catches: Catch[];
}

/** An instruction with everything that it operates on. */
export type Instruction =
  | PlainInstruction
  | ReturnInstruction
  | I32Instruction
  | I64Instruction
  | FloatInstruction
  | LocalInstruction
  | GlobalInstruction
  | FunctionInstruction
  | CallRefInstruction
  | StructInstruction
  | FieldInstruction
  | ArrayInstruction
  | ArrayFixedInstruction
  | ArrayDataInstruction
  | ArrayCopyInstruction
  | NullInstruction
  | CastInstruction
  | BranchInstruction
  | BranchTableInstruction
  | BranchCastInstruction
  | SelectInstruction
  | ThrowInstruction
  | BlockInstruction
  | IfInstruction
  | TryInstruction;
