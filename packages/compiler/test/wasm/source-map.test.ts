import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  at,
  call,
  createLocal,
  createModule,
  encodeModule,
  functionType,
  generateSourceMap,
  localGet,
  op,
  optimizeWithPositions,
  withSourceMappingURL,
} from "../../src/wasm/index.ts";
import type { BinaryOpcode, CodePosition, Position, WasmModule } from "../../src/wasm/index.ts";
import { decodeMappings, encodeMappings } from "@rune/schema/source-map";

const position = (line: number, column: number, file = "a.ts"): Position => ({ file, line, column });

/** Two exported functions with positions and one without. */
function createCalls(file: string): WasmModule {
  const module = createModule();
  const log = { name: "log", module: "h", base: "log", type: functionType(["i32"]) };
  const type = functionType(["i32", "i32"]);
  const add = (name: string, opcode: BinaryOpcode): WasmModule["functions"][number] => {
    const [a, b] = [createLocal("a", "i32"), createLocal("b", "i32")];
    return {
      name,
      type,
      params: [a, b],
      exportNames: [name],
      body: [call(log, op(opcode, localGet(a), localGet(b)))],
    };
  };
  module.imports.functions.push(log);
  const first = { ...add("first", "i32.div_s"), position: position(1, 1, file) };
  at(position(2, 3, file), first.body[0]!);
  at(position(3, 5, file), first.body[0]!.operands[0]!);
  const second = add("second", "i32.mul");
  const third = { ...add("third", "i32.sub"), position: position(9, 1, "b.ts") };
  module.functions.push(first, second, third);
  return module;
}

describe("positions", () => {
  it("point to opcodes, and are inherited by operands", () => {
    const { bytes, positions } = encodeModule(createCalls("a.ts"), { names: false });
    const found = positions.map(({ offset, position: place }) => [bytes[offset], place]);
    expect(found).toEqual([
      [0, position(1, 1)],
      [0x20, position(3, 5)],
      [0x10, position(2, 3)],
      [0, undefined],
      [0, position(9, 1, "b.ts")],
    ]);
  });

  it("survive Binaryen, with any name of a file and from the first column of the first line", async () => {
    for (const file of ["a.ts", "ä b:c%20.ts", "../src/x.ts"]) {
      const module = createCalls(file);
      at(position(1, 1, file), module.functions[0]!.body[0]!.operands[0]!);
      const { bytes, positions } = await optimizeWithPositions(module);
      const found = positions.map(({ offset, position: place }) => [bytes[offset], place]);
      expect(found.slice(0, 2)).toEqual([
        [0x20, position(1, 1, file)],
        [0x10, position(2, 3, file)],
      ]);
      expect(found.map(([, place]) => place)).toContainEqual(position(9, 1, "b.ts"));
    }
  });
});

describe("source maps", () => {
  it("are version 3, with the texts that are known", () => {
    const positions: CodePosition[] = [
      { offset: 20, position: position(1, 1) },
      { offset: 23, position: position(18, 3, "b.ts") },
      { offset: 40, position: undefined },
    ];
    expect(JSON.parse(generateSourceMap("app/a b.ts", positions, new Map([["a.ts", "text"]])))).toEqual({
      version: 3,
      file: "app/a_b.ts",
      sources: ["a.ts", "b.ts"],
      sourcesContent: ["text", null],
      names: [],
      ignoreList: [],
      mappings: "oBAAA,GCiBE,iB",
    });
  });

  it("can be read back", () => {
    const place = fc.record({
      file: fc.constantFrom("a.ts", "b.ts", "c.ts"),
      line: fc.integer({ min: 1, max: 1_000_000 }),
      column: fc.integer({ min: 1, max: 100_000 }),
    });
    const list = fc.array(fc.record({ offset: fc.nat(100_000_000), position: fc.option(place, { nil: undefined }) }));
    fc.assert(
      fc.property(list, (positions) => {
        expect(decodeMappings(encodeMappings(positions))).toEqual(positions);
      }),
    );
  });

  it("are named in a custom section, which engines show", () => {
    const { bytes } = encodeModule(createCalls("a.ts"), { names: false });
    const module = new WebAssembly.Module(withSourceMappingURL(bytes, "x.wasm.map").slice().buffer);
    const [content] = WebAssembly.Module.customSections(module, "sourceMappingURL");
    expect(Buffer.from(content!).toString()).toBe("\nx.wasm.map");
  });
});
