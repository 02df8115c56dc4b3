import type { ByteReader } from "./byte-reader.ts";
import { WasmFormatError } from "./byte-reader.ts";
import { immediateOf } from "./instruction.ts";
import { skipBlockType, skipHeapType, skipValueType } from "./read-types.ts";

/** An instruction as it was read; one object is used for all. */
export interface ReadInstruction {
  opcode: number;
  /** Of its first byte. */
  offset: number;
  /** The first index or the constant, if it has one. */
  first: number;
  second: number;
}

/** An instruction to read into. */
export function createInstruction(): ReadInstruction {
  return { opcode: 0, offset: 0, first: 0, second: 0 };
}

/**
 * Reads one instruction, and the heads of those that contain others.
 *
 * @throws {WasmFormatError} if no module may have such an instruction
 */
export function readInstruction(reader: ByteReader, into: ReadInstruction): void {
  into.offset = reader.offset;
  let code = reader.byte();
  if (code === 0xfb || code === 0xfc) {
    const second = reader.u32();
    if (second > 0xff) throw unknown(into.offset);
    code = (code << 8) | second;
  }
  into.opcode = code;
  into.first = 0;
  into.second = 0;
  switch (immediateOf(code)) {
    case "none":
      return;
    case "index":
      into.first = reader.u32();
      return;
    case "indices":
      into.first = reader.u32();
      into.second = reader.u32();
      return;
    case "access":
      // Greater numbers name another memory than the one that there may be.
      if (reader.u32() >= 64) throw unknown(into.offset);
      reader.u32();
      return;
    case "block":
      skipBlockType(reader);
      return;
    case "i32":
      into.first = reader.s33();
      return;
    case "i64":
      reader.skip64();
      return;
    case "f32":
      reader.skip(4);
      return;
    case "f64":
      reader.skip(8);
      return;
    case "heapType":
      skipHeapType(reader);
      return;
    case "valueTypes":
      for (let count = reader.count(); count > 0; count--) skipValueType(reader);
      return;
    case "labels":
      for (let count = reader.count(); count >= 0; count--) reader.u32();
      return;
    case "castBranch":
      reader.byte();
      into.first = reader.u32();
      skipHeapType(reader);
      skipHeapType(reader);
      return;
    case "catches":
      skipCatches(reader);
      return;
    case undefined:
      throw unknown(into.offset);
  }
}

function skipCatches(reader: ByteReader): void {
  skipBlockType(reader);
  for (let count = reader.count(); count > 0; count--) {
    const offset = reader.offset;
    const kind = reader.byte();
    if (kind !== 0x00 && kind !== 0x02) throw unknown(offset);
    if (kind === 0x00) reader.u32();
    reader.u32();
  }
}

function unknown(offset: number): WasmFormatError {
  return new WasmFormatError("there is an instruction that modules may not have", offset);
}
