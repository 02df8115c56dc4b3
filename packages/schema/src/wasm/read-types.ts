import type { ByteReader } from "./byte-reader.ts";
import { WasmFormatError } from "./byte-reader.ts";

/** A type of a module, as far as fuel is concerned. */
export type ReadType =
  | FunctionSignature
  /** Bytes that an object takes. */
  | { kind: "struct"; size: number }
  /** Binary logarithm of the bytes that an element takes. */
  | { kind: "array"; scale: number };

/** Type of a function. */
export interface FunctionSignature {
  kind: "function";
  params: ValueKind[];
  results: ValueKind[];
  /** The results' types as the module writes them, one after the other. */
  resultBytes: Uint8Array;
}

/** Kind of a value: a number by its name, `extern` for JavaScript's values, `other` for references of the module's own. */
export type ValueKind = "i32" | "i64" | "f32" | "f64" | "extern" | "func" | "other";

const numbers: Readonly<Record<number, ValueKind>> = { 0x7f: "i32", 0x7e: "i64", 0x7d: "f32", 0x7c: "f64" };

/** Heap types by their byte: those of references that need no more. */
const FIRST_ABSTRACT = 0x69;
const LAST_ABSTRACT = 0x74;
const EXTERN = 0x6f;
const FUNC = 0x70;

/** What an object takes besides its fields. */
const HEADER_BYTES = 16;

/** Reads the types of a module. */
export function readTypes(reader: ByteReader): ReadType[] {
  const types: ReadType[] = [];
  for (let groups = reader.count(); groups > 0; groups--) {
    let count = 1;
    if (reader.bytes[reader.offset] === 0x4e) {
      reader.byte();
      count = reader.count();
    }
    for (; count > 0; count--) types.push(readSubtype(reader));
  }
  return types;
}

function readSubtype(reader: ByteReader): ReadType {
  let form = reader.byte();
  if (form === 0x50 || form === 0x4f) {
    for (let count = reader.count(); count > 0; count--) reader.u32();
    form = reader.byte();
  }
  switch (form) {
    case 0x60: {
      const params = readValueTypes(reader);
      const count = reader.count();
      const start = reader.offset;
      const results = Array.from({ length: count }, () => skipValueType(reader));
      return { kind: "function", params, results, resultBytes: reader.bytes.subarray(start, reader.offset) };
    }
    case 0x5f: {
      let size = HEADER_BYTES;
      for (let count = reader.count(); count > 0; count--) size += 1 << readField(reader);
      return { kind: "struct", size };
    }
    case 0x5e:
      return { kind: "array", scale: readField(reader) };
    default:
      throw new WasmFormatError("there is no such type", reader.offset - 1);
  }
}

function readValueTypes(reader: ByteReader): ValueKind[] {
  return Array.from({ length: reader.count() }, () => skipValueType(reader));
}

/** Binary logarithm of a field's bytes. */
function readField(reader: ByteReader): number {
  const byte = reader.bytes[reader.offset];
  let scale = 3;
  if (byte === 0x78 || byte === 0x77) {
    reader.byte();
    scale = byte === 0x78 ? 0 : 1;
  } else {
    const kind = skipValueType(reader);
    if (kind === "i32" || kind === "f32") scale = 2;
  }
  reader.byte();
  return scale;
}

/** Passes over the type of a value. */
export function skipValueType(reader: ByteReader): ValueKind {
  const byte = reader.byte();
  const number = numbers[byte];
  if (number) return number;
  if (byte === 0x63 || byte === 0x64) return skipHeapType(reader);
  if (byte < FIRST_ABSTRACT || byte > LAST_ABSTRACT) {
    throw new WasmFormatError("there is no such type", reader.offset - 1);
  }
  return kindOfAbstract(byte);
}

/** Passes over the type that a reference refers to. */
export function skipHeapType(reader: ByteReader): ValueKind {
  const offset = reader.offset;
  const type = reader.s33();
  if (type >= 0) return "other";
  const byte = type + 0x80;
  if (byte < FIRST_ABSTRACT || byte > LAST_ABSTRACT) throw new WasmFormatError("there is no such type", offset);
  return kindOfAbstract(byte);
}

/** Passes over the type of a block. */
export function skipBlockType(reader: ByteReader): void {
  const byte = reader.bytes[reader.offset] ?? 0;
  if (byte === 0x40) reader.byte();
  else if (byte > 0x40 && byte < 0x80) skipValueType(reader);
  else reader.s33();
}

function kindOfAbstract(byte: number): ValueKind {
  if (byte === EXTERN) return "extern";
  return byte === FUNC ? "func" : "other";
}
