import type { ByteBuffer } from "./byte-buffer.ts";
import type { CodePosition } from "./code-position.ts";
import type { BlockInstruction, IfInstruction, Instruction, Label, TryInstruction } from "./instruction.ts";
import { indexOf } from "./layout.ts";
import type { ModuleLayout } from "./layout.ts";
import type { Local } from "./module.ts";
import { opcodes } from "./opcodes.ts";
import type { Position } from "./position.ts";
import { findFunctionType, indexOfType } from "./type-space.ts";
import { writeHeapType, writeStorageType } from "./write-types.ts";

/** State while code is written. */
export interface CodeWriter {
  out: ByteBuffer;
  layout: ModuleLayout;
  /** Function that is written, for messages. */
  functionName: string;
  locals: Map<Local, number>;
  /** Nesting depth of each label in scope. */
  labels: Map<Label, number>;
  depth: number;
  positions: CodePosition[];
}

/** A writer of constant expressions; functions set its name and locals. */
export function createCodeWriter(out: ByteBuffer, layout: ModuleLayout, positions: CodePosition[] = []): CodeWriter {
  return { out, layout, functionName: "", locals: new Map(), labels: new Map(), depth: 0, positions };
}

/** Notes where the code that follows comes from. */
export function markPosition({ out, positions }: CodeWriter, position: Position | undefined): void {
  const last = positions.at(-1)?.position;
  if (last === position) return;
  if (
    last &&
    position &&
    last.line === position.line &&
    last.column === position.column &&
    last.file === position.file
  ) {
    return;
  }
  positions.push({ offset: out.length, position });
}

/** Writes a sequence. */
export function writeInstructions(
  code: CodeWriter,
  instructions: readonly Instruction[],
  position: Position | undefined,
): void {
  for (let index = 0; index < instructions.length; index++) writeInstruction(code, instructions[index]!, position);
}

/** Writes operands, opcode and immediates. What has no position takes that of the instruction it belongs to. */
export function writeInstruction(code: CodeWriter, instruction: Instruction, inherited: Position | undefined): void {
  const { out, layout } = code;
  const position = instruction.position ?? inherited;
  writeInstructions(code, instruction.operands, position);
  markPosition(code, position);
  switch (instruction.kind) {
    case "plain":
    case "return":
      return writeOpcode(out, opcodes[instruction.op]);
    case "i32":
      out.byte(0x41);
      return out.s32(instruction.value);
    case "i64":
      out.byte(0x42);
      return out.s64(instruction.value);
    case "float":
      return writeFloat(out, instruction.op === "f64.const", instruction.value, instruction.bits);
    case "local":
      out.byte(opcodes[instruction.op]);
      return out.u32(indexOf(code.locals, instruction.local));
    case "global":
      out.byte(opcodes[instruction.op]);
      return out.u32(indexOf(layout.globalIndices, instruction.global));
    case "function":
      out.byte(opcodes[instruction.op]);
      return out.u32(indexOf(layout.functionIndices, instruction.function));
    case "call_ref":
    case "struct":
    case "array":
      writeOpcode(out, opcodes[instruction.op]);
      return out.u32(indexOfType(layout.types, instruction.type));
    case "field":
      writeOpcode(out, opcodes[instruction.op]);
      out.u32(indexOfType(layout.types, instruction.type));
      return out.u32(instruction.field);
    case "array_fixed":
      writeOpcode(out, opcodes[instruction.op]);
      out.u32(indexOfType(layout.types, instruction.type));
      return out.u32(instruction.operands.length);
    case "array_data":
      writeOpcode(out, opcodes[instruction.op]);
      out.u32(indexOfType(layout.types, instruction.type));
      return out.u32(indexOf(layout.dataIndices, instruction.data));
    case "array_copy":
      writeOpcode(out, opcodes[instruction.op]);
      out.u32(indexOfType(layout.types, instruction.type));
      return out.u32(indexOfType(layout.types, instruction.source));
    case "null":
      out.byte(opcodes[instruction.op]);
      return writeHeapType(out, layout.types, instruction.heap);
    case "cast":
      // The opcode after each is the same for a nullable target.
      writeOpcode(out, opcodes[instruction.op] + (instruction.target.nullable ? 1 : 0));
      return writeHeapType(out, layout.types, instruction.target.heap);
    case "branch":
      out.byte(opcodes[instruction.op]);
      return writeLabel(code, instruction.label);
    case "branch_table":
      out.byte(opcodes[instruction.op]);
      out.u32(instruction.labels.length);
      for (const label of instruction.labels) writeLabel(code, label);
      return writeLabel(code, instruction.default);
    case "branch_cast":
      writeOpcode(out, opcodes[instruction.op]);
      out.byte((instruction.from.nullable ? 1 : 0) | (instruction.to.nullable ? 2 : 0));
      writeLabel(code, instruction.label);
      writeHeapType(out, layout.types, instruction.from.heap);
      return writeHeapType(out, layout.types, instruction.to.heap);
    case "select":
      if (!instruction.type) return out.byte(0x1b);
      out.byte(0x1c);
      out.u32(1);
      return writeStorageType(out, layout.types, instruction.type);
    case "throw":
      out.byte(opcodes[instruction.op]);
      return out.u32(indexOf(layout.tagIndices, instruction.tag));
    case "block":
    case "if":
    case "try":
      return writeStructured(code, instruction, position);
    default: {
      const missing: never = instruction;
      throw new Error(`No writer for ${JSON.stringify(missing)}.`);
    }
  }
}

function writeStructured(
  code: CodeWriter,
  instruction: BlockInstruction | IfInstruction | TryInstruction,
  position: Position | undefined,
): void {
  const { out } = code;
  out.byte(opcodes[instruction.op]);
  writeBlockType(code, instruction);
  if (instruction.kind === "try") writeCatches(code, instruction);
  code.labels.set(instruction.label, ++code.depth);
  writeInstructions(code, instruction.body, position);
  if (instruction.kind === "if" && instruction.otherwise.length > 0) {
    out.byte(0x05);
    writeInstructions(code, instruction.otherwise, position);
  }
  code.labels.delete(instruction.label);
  code.depth--;
  out.byte(0x0b);
}

/** Catches are outside of the block that they catch for, so their labels count from there. */
function writeCatches(code: CodeWriter, { catches }: TryInstruction): void {
  const { out, layout } = code;
  out.u32(catches.length);
  for (const { tag, label } of catches) {
    out.byte(tag ? 0x00 : 0x02);
    if (tag) out.u32(indexOf(layout.tagIndices, tag));
    writeLabel(code, label);
  }
}

function writeBlockType(
  { out, layout }: CodeWriter,
  { result, results }: BlockInstruction | IfInstruction | TryInstruction,
): void {
  if (results) out.s32(findFunctionType(layout.types, [], results).index);
  else if (result) writeStorageType(out, layout.types, result);
  else out.byte(0x40);
}

function writeLabel(code: CodeWriter, label: Label): void {
  const depth = code.labels.get(label);
  if (depth === undefined) {
    throw new Error(`\`${code.functionName}\` branches to \`${label.name}\`, which is not around the branch.`);
  }
  code.out.u32(code.depth - depth);
}

function writeOpcode(out: ByteBuffer, opcode: number): void {
  if (opcode > 0xff) out.byte(opcode >> 8);
  out.byte(opcode & 0xff);
}

function writeFloat(out: ByteBuffer, double: boolean, value: number, bits: bigint | undefined): void {
  out.byte(double ? 0x44 : 0x43);
  if (bits === undefined) return double ? out.f64(value) : out.f32(value);
  if (double) out.fixed64(bits);
  else out.fixed32(Number(BigInt.asUintN(32, bits)));
}
