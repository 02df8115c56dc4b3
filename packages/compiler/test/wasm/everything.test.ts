import { describe, expect, it } from "vitest";
import {
  encodeModule,
  generateText,
  optimizeModule,
  optimizeWithPositions,
  validateModule,
  validateTree,
} from "../../src/wasm/index.ts";
import type { Instruction } from "../../src/wasm/index.ts";
import { loadBinaryen, withModule } from "../../src/wasm/binaryen.ts";
import { opcodes } from "../../src/wasm/opcodes.ts";
import { createEverything } from "./everything/module.ts";

function collectOpcodes(instructions: readonly Instruction[], found: Set<string>): Set<string> {
  for (const instruction of instructions) {
    found.add(instruction.op);
    collectOpcodes(instruction.operands, found);
    if ("body" in instruction) collectOpcodes(instruction.body, found);
    if ("otherwise" in instruction) collectOpcodes(instruction.otherwise, found);
  }
  return found;
}

/** A module as Binaryen prints it, without names. */
async function print(source: Uint8Array | string): Promise<string> {
  const library = await loadBinaryen();
  const bytes = withModule(library, source, (module) => module.emitBinary());
  return withModule(library, bytes, (module) => module.emitText());
}

describe("a module of everything", () => {
  it("has every instruction", () => {
    const found = collectOpcodes(
      createEverything().functions.flatMap(({ body }) => body),
      new Set(),
    );
    expect([...found].sort()).toEqual(Object.keys(opcodes).sort());
  });

  it("is valid, and the same bytes each time", async () => {
    const module = createEverything();
    expect(validateTree(module)).toEqual([]);
    const { bytes } = encodeModule(module, { names: true });
    expect(await validateModule(bytes)).toBeUndefined();
    expect(encodeModule(createEverything(), { names: true }).bytes).toEqual(bytes);
    const nameless = encodeModule(module, { names: false }).bytes;
    expect(await validateModule(nameless)).toBeUndefined();
    expect(bytes.subarray(0, nameless.length)).toEqual(nameless);
  });

  it("means the same as text", async () => {
    const module = createEverything();
    const text = generateText(module, { positions: false });
    expect(await print(text)).toBe(await print(encodeModule(module, { names: false }).bytes));
  });

  it("stays valid when optimised, and gets smaller", async () => {
    const module = createEverything();
    const { bytes } = encodeModule(module, { names: false });
    const optimized = await optimizeModule(bytes);
    const withPositions = await optimizeWithPositions(module);
    expect(await validateModule(optimized)).toBeUndefined();
    expect(await validateModule(withPositions.bytes)).toBeUndefined();
    expect(optimized.length).toBeLessThan(bytes.length / 2);
    expect(withPositions.bytes.length).toBeLessThan(bytes.length / 2);
  });
});
