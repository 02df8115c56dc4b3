import { expect } from "vitest";
import { encodeModule, functionType } from "../../src/wasm/index.ts";
import type { Instruction, Local, ValueType, WasmFunction, WasmModule } from "../../src/wasm/index.ts";

/** Sections of a module by id. */
export function sectionsOf(module: WasmModule, names = false): Map<number, number[]> {
  const { bytes } = encodeModule(module, { names });
  expect([...bytes.subarray(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const sections = new Map<number, number[]>();
  for (let offset = 8; offset < bytes.length;) {
    const id = bytes[offset++]!;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[offset++]!;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    sections.set(id, [...bytes.subarray(offset, offset + length)]);
    offset += length;
  }
  return sections;
}

/** A function, exported by its name unless it says otherwise. */
export function createFunction(
  name: string,
  body: Instruction[],
  { params = [], results = [], exported = true }: { params?: Local[]; results?: ValueType[]; exported?: boolean } = {},
): WasmFunction {
  const type = functionType(
    params.map((local) => local.type),
    results,
  );
  return { name, type, params, body, ...(exported ? { exportNames: [name] } : {}) };
}
