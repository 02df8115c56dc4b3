import { describe, expect, it } from "vitest";
import type { WasmModule } from "../../src/wasm/index.ts";
import {
  at,
  br,
  call,
  createLabel,
  createModule,
  encodeModule,
  externref,
  functionType,
  globalGet,
  insertFuel,
  localGet,
  loop,
  op,
  ref,
  refFunc,
  validateModule,
} from "../../src/wasm/index.ts";

const position = (line: number): { file: string; line: number; column: number } => ({ file: "a.ts", line, column: 1 });

/** A module with everything that numbers functions: exports, start, references, names; and a call that is paid for by another function. */
function createProgram(): WasmModule {
  const module = createModule("program");
  const text = ref("extern");
  const concat = {
    name: "concat",
    module: "wasm:js-string",
    base: "concat",
    type: functionType([externref, externref], [text]),
  };
  const constant = { name: "x", module: "'", base: "x", type: text, mutable: false };
  module.imports.functions.push(concat);
  module.imports.globals.push(constant);
  const again = createLabel("again");
  const join = {
    name: "join",
    type: functionType([externref], [text]),
    params: [{ name: "text", type: externref }],
    body: [] as WasmModule["functions"][number]["body"],
    exportNames: ["join"],
    position: position(1),
  };
  join.body.push(at(position(2), call(concat, localGet(join.params[0]!), globalGet(constant))));
  const spin = {
    name: "spin",
    type: functionType([], []),
    params: [],
    body: [at(position(5), loop(again, undefined, [at(position(6), br(again))]))],
    exportNames: ["spin"],
    position: position(4),
  };
  const start = {
    name: "start",
    type: functionType([], []),
    params: [],
    body: [
      op("drop", refFunc(spin)),
      op("drop", globalGet({ name: "spin", type: ref("func"), mutable: false, initial: refFunc(spin) })),
    ],
  };
  const held = (start.body[1]!.operands[0] as { global: WasmModule["globals"][number] }).global;
  module.globals.push(held);
  module.functions.push(join, spin, start);
  module.start = start;
  return module;
}

describe("fuel", () => {
  const plain = encodeModule(createProgram(), { names: true });
  const fueled = insertFuel(plain);

  it("leaves a valid module", async () => {
    expect(await validateModule(fueled.bytes)).toBeUndefined();
  });

  it("lets the module do what it did, and counts", () => {
    const options = { builtins: ["js-string"], importedStringConstants: "'" };
    const module = new (WebAssembly.Module as new (bytes: BufferSource, options: object) => WebAssembly.Module)(
      fueled.bytes as BufferSource,
      options,
    );
    let rest = 1000;
    const refuel = (owed: number): number => ((rest -= owed) < 0 ? -1 : owed);
    const {
      join,
      spin,
      "rune:fuel": fuel,
    } = new WebAssembly.Instance(module, { "rune:fuel": { refuel } }).exports as unknown as {
      join(text: string): string;
      spin(): void;
      "rune:fuel": WebAssembly.Global;
    };
    fuel.value = 1000;
    expect(join("a")).toBe("ax");
    expect(fuel.value).toBeLessThan(1000);
    expect(() => spin()).toThrow(/unreachable/);
    const { stack = "" } = captureError(spin);
    expect(stack).toMatch(/out of fuel.*\n.*spin/);
  });

  it("moves positions along with the code", () => {
    expect(fueled.positions.map(({ position: at }) => at?.line)).toEqual(
      plain.positions.map(({ position: at }) => at?.line),
    );
    for (const [index, { offset }] of fueled.positions.entries()) {
      // A payment inside of a function is where what it pays for is; it begins by reading the counter.
      expect([0x23, plain.bytes[plain.positions[index]!.offset]]).toContain(fueled.bytes[offset]);
    }
    const offsets = fueled.positions.map(({ offset }) => offset);
    expect(offsets).toEqual(offsets.toSorted((first, second) => first - second));
  });

  it("is the same each time", () => {
    expect(insertFuel(plain).bytes).toEqual(fueled.bytes);
  });
});

function captureError(run: () => void): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("it did not fail");
}
