import { opcode } from "../wasm/instruction.ts";
import { WasmFormatError } from "../wasm/byte-reader.ts";
import type { ReadInstruction } from "../wasm/read-instruction.ts";
import type { ModuleOutline } from "../wasm/read-module.ts";
import type { ImportCost } from "./import-cost.ts";

/** Instructions that one tick pays for, by their weight. */
export const INSTRUCTIONS_PER_TICK = 32;

/** Divisions, remainders and square roots, which take the processor many times as long as other instructions. */
const slow: ReadonlySet<number> = new Set([
  // i32 and i64: div_s, div_u, rem_s, rem_u
  0x6d, 0x6e, 0x6f, 0x70, 0x7f, 0x80, 0x81, 0x82,
  // f32 and f64: sqrt, div
  0x91, 0x95, 0x9f, 0xa3,
]);
const SLOW_WEIGHT = 16;

/** Locals that are set up for one tick. */
export const LOCALS_PER_TICK = 32;

/** Elements of a known number up to this are paid for where the code stands, more when it runs. */
const CONSTANT_ELEMENTS = 65_536;

const ARRAY_BYTES = 16;
const EXCEPTION_TICKS = 256;
const GROW_TICKS = 10_000;

/** What an instruction costs: ticks that are known beforehand, and elements that are counted when it runs. */
export interface InstructionCost {
  ticks: number;
  /** Binary logarithm of what each element on top of the stack costs. */
  scale: number | undefined;
}

/**
 * What an instruction costs, besides its share of a tick.
 *
 * @param length the constant that the instruction before leaves on the stack, if it is one
 */
export function instructionCost(
  outline: ModuleOutline,
  imports: readonly ImportCost[],
  { opcode: code, first, second, offset }: ReadInstruction,
  length: number | undefined,
): InstructionCost | undefined {
  switch (code) {
    case opcode.structNew:
    case opcode.structNewDefault: {
      const type = outline.types[first];
      if (type?.kind !== "struct") throw new WasmFormatError("there is no such type", offset);
      return { ticks: type.size, scale: undefined };
    }
    case opcode.arrayNewFixed:
      return { ticks: ARRAY_BYTES + second * 2 ** elementScale(outline, first, offset), scale: undefined };
    case opcode.arrayNew:
    case opcode.arrayNewDefault:
    case opcode.arrayNewData:
      return elementsCost(ARRAY_BYTES, elementScale(outline, first, offset), length);
    case opcode.arrayFill:
    case opcode.arrayCopy:
    case opcode.memoryInit:
    case opcode.memoryCopy:
    case opcode.memoryFill:
      return elementsCost(0, 0, length);
    case opcode.call:
    case opcode.returnCall: {
      const imported = imports[first];
      return imported?.meter === "none" ? { ticks: imported.ticks, scale: undefined } : undefined;
    }
    case opcode.memoryGrow:
      return { ticks: GROW_TICKS, scale: undefined };
    case opcode.throw:
      return { ticks: EXCEPTION_TICKS, scale: undefined };
    default:
      return undefined;
  }
}

/** As how many an instruction counts. */
export function instructionWeight(code: number): number {
  return slow.has(code) ? SLOW_WEIGHT : 1;
}

function elementScale({ types }: ModuleOutline, index: number, offset: number): number {
  const type = types[index];
  if (type?.kind !== "array") throw new WasmFormatError("there is no such type", offset);
  return type.scale;
}

function elementsCost(ticks: number, scale: number, length: number | undefined): InstructionCost {
  if (length === undefined || length < 0 || length > CONSTANT_ELEMENTS) return { ticks, scale };
  return { ticks: ticks + length * 2 ** scale, scale: undefined };
}
