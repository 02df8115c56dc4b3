import { ByteReader, WasmFormatError } from "./byte-reader.ts";
import { opcode } from "./instruction.ts";
import type { ReadInstruction } from "./read-instruction.ts";
import { createInstruction, readInstruction } from "./read-instruction.ts";
import type { FunctionSignature, ReadType, ValueKind } from "./read-types.ts";
import { readTypes, skipValueType } from "./read-types.ts";

/** Bytes of a module, from `start` up to `end`. */
export interface ByteRange {
  start: number;
  end: number;
}

/** A section: its range starts at its content. */
export interface Section extends ByteRange {
  id: number;
  /** Of a section that engines ignore. */
  name?: string;
}

/** Something of the host. */
export interface ReadImport {
  module: string;
  name: string;
  kind: "function" | "global" | "tag";
  /** Number of the type of a function or tag. */
  type: number;
  /** Of a global. */
  valueKind?: ValueKind;
  mutable?: boolean;
}

/** A global of the module's own. */
export interface ReadGlobal {
  valueKind: ValueKind;
  mutable: boolean;
  /** Its initial value, with the `end`. */
  initial: ByteRange;
}

/** Something that a module gives to its host. */
export interface ReadExport {
  name: string;
  kind: "function" | "table" | "memory" | "global" | "tag";
  index: number;
}

/** How large a memory is, in pages of 64 KiB. */
export interface MemorySize {
  initial: number;
  /** Absent where it may grow as far as the engine lets it. */
  maximum: number | undefined;
}

/** What a module consists of, its code not yet read. */
export interface ModuleOutline {
  bytes: Uint8Array;
  sections: Section[];
  types: ReadType[];
  imports: ReadImport[];
  /** The number of each function's type, those of imported functions first. */
  functions: number[];
  importedFunctions: number;
  importedGlobals: number;
  memory: MemorySize | undefined;
  /** How many elements each table has at first. */
  tables: number[];
  /** Numbers of the functions that are in tables from the start. */
  tableFunctions: number[];
  globals: ReadGlobal[];
  exports: ReadExport[];
  /** Places where functions are referred to outside of code. */
  references: ByteRange[];
  /** The functions' bodies, without their lengths. */
  bodies: ByteRange[];
}

const exportKinds: readonly ReadExport["kind"][] = ["function", "table", "memory", "global", "tag"];

/** Sections by number, in the order in which they must come. */
const sectionOrder = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];

/**
 * Reads everything of a module but its code and what is in custom sections.
 *
 * @throws {WasmFormatError} if it is none, or has what none may have: imported or several memories, tables that are filled by expressions
 */
export function readModule(bytes: Uint8Array): ModuleOutline {
  const outline: ModuleOutline = {
    bytes,
    sections: [],
    types: [],
    imports: [],
    functions: [],
    importedFunctions: 0,
    importedGlobals: 0,
    memory: undefined,
    tables: [],
    tableFunctions: [],
    globals: [],
    exports: [],
    references: [],
    bodies: [],
  };
  const reader = new ByteReader(bytes);
  for (const byte of [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]) {
    if (reader.byte() !== byte) throw new WasmFormatError("this is no WebAssembly module", reader.offset - 1);
  }
  let last = -1;
  while (reader.offset < bytes.length) {
    const id = reader.byte();
    const size = reader.u32();
    const start = reader.offset;
    reader.skip(size);
    const section: Section = { id, start, end: reader.offset };
    outline.sections.push(section);
    const content = new ByteReader(bytes, start, reader.offset);
    if (id === 0) {
      section.name = content.text();
      continue;
    }
    const place = sectionOrder.indexOf(id);
    if (place <= last) throw new WasmFormatError(`there may be no section ${id} here`, start);
    last = place;
    sectionReaders[id]?.(content, outline);
    if (sectionReaders[id] && content.offset !== content.end) {
      throw new WasmFormatError("a section is longer than its content", content.offset);
    }
  }
  if (outline.bodies.length !== outline.functions.length - outline.importedFunctions) {
    throw new WasmFormatError("there are not as many bodies as functions", bytes.length);
  }
  return outline;
}

const sectionReaders: Readonly<Record<number, (reader: ByteReader, outline: ModuleOutline) => void>> = {
  1: (reader, outline) => (outline.types = readTypes(reader)),
  2: readImports,
  3(reader, { functions }) {
    for (let count = reader.count(); count > 0; count--) functions.push(reader.u32());
  },
  4(reader, { tables }) {
    for (let count = reader.count(); count > 0; count--) {
      skipValueType(reader);
      tables.push(readLimits(reader).initial);
    }
  },
  5(reader, outline) {
    for (let count = reader.count(); count > 0; count--) {
      if (outline.memory) throw new WasmFormatError("there may be one memory", reader.offset);
      outline.memory = readLimits(reader);
    }
  },
  6: readGlobals,
  7(reader, { exports }) {
    for (let count = reader.count(); count > 0; count--) {
      const name = reader.text();
      const kind = exportKinds[reader.byte()];
      if (!kind) throw new WasmFormatError("there is no such kind of export", reader.offset - 1);
      exports.push({ name, kind, index: reader.u32() });
    }
  },
  8: (reader) => void reader.u32(),
  9: readElements,
  10(reader, { bodies }) {
    for (let count = reader.count(); count > 0; count--) {
      const size = reader.u32();
      const start = reader.offset;
      reader.skip(size);
      bodies.push({ start, end: reader.offset });
    }
  },
  11(reader) {
    for (let count = reader.count(); count > 0; count--) {
      const flags = reader.u32();
      if (flags > 1) throw new WasmFormatError("data may be for no such memory", reader.offset - 1);
      if (flags === 0) skipExpression(reader);
      reader.skip(reader.u32());
    }
  },
  12: (reader) => void reader.u32(),
};

function readImports(reader: ByteReader, outline: ModuleOutline): void {
  for (let count = reader.count(); count > 0; count--) {
    const module = reader.text();
    const name = reader.text();
    const kind = reader.byte();
    if (kind === 0x00) {
      const type = reader.u32();
      outline.imports.push({ module, name, kind: "function", type });
      outline.functions.push(type);
      outline.importedFunctions++;
    } else if (kind === 0x03) {
      const valueKind = skipValueType(reader);
      outline.imports.push({ module, name, kind: "global", type: 0, valueKind, mutable: reader.byte() !== 0 });
      outline.importedGlobals++;
    } else if (kind === 0x04) {
      reader.byte();
      outline.imports.push({ module, name, kind: "tag", type: reader.u32() });
    } else {
      throw new WasmFormatError("functions, constants and tags may be imported only", reader.offset - 1);
    }
  }
}

function readGlobals(reader: ByteReader, outline: ModuleOutline): void {
  for (let count = reader.count(); count > 0; count--) {
    const valueKind = skipValueType(reader);
    const mutable = reader.byte() !== 0;
    const start = reader.offset;
    skipExpression(reader);
    const initial = { start, end: reader.offset };
    outline.globals.push({ valueKind, mutable, initial });
    outline.references.push(initial);
  }
}

/** A size at first, and the greatest if there is one. Those that threads share, or that take 64 bits, have other flags. */
function readLimits(reader: ByteReader): MemorySize {
  const flags = reader.byte();
  if (flags > 1) throw new WasmFormatError("there may be no such memory or table", reader.offset - 1);
  return { initial: reader.u32(), maximum: flags === 1 ? reader.u32() : undefined };
}

/**
 * Segments that fill the first table with functions by number, and those that only declare which functions are referred to: by number, or
 * as expressions.
 */
function readElements(reader: ByteReader, { references, tableFunctions }: ModuleOutline): void {
  for (let count = reader.count(); count > 0; count--) {
    const flags = reader.u32();
    if (flags !== 0 && flags !== 3 && flags !== 7) {
      throw new WasmFormatError("tables may not be filled so", reader.offset - 1);
    }
    if (flags === 0) skipExpression(reader);
    else if (flags === 3) reader.byte();
    else skipValueType(reader);
    for (let items = reader.count(); items > 0; items--) {
      const start = reader.offset;
      if (flags === 0) tableFunctions.push(reader.u32());
      else if (flags === 3) reader.u32();
      else skipExpression(reader);
      if (flags === 7) references.push({ start, end: reader.offset });
    }
  }
}

/** Passes over a constant expression. */
export function skipExpression(reader: ByteReader): void {
  const instruction: ReadInstruction = createInstruction();
  do readInstruction(reader, instruction);
  while (instruction.opcode !== opcode.end);
}

/**
 * The type of a function, by the function's number.
 *
 * @throws {WasmFormatError} if there is no such function
 */
export function signatureOf({ types, functions }: ModuleOutline, index: number): FunctionSignature {
  const type = types[functions[index] ?? -1];
  if (type?.kind !== "function") throw new WasmFormatError(`there is no function ${index}`, 0);
  return type;
}
