import { describe, expect, it } from "vitest";
import binaryen from "binaryen";
import {
  call,
  createLocal,
  createModule,
  encodeModule,
  externref,
  f64,
  functionType,
  globalGet,
  localGet,
  op,
  optimizeModule,
  ref,
  validateModule,
} from "../../src/wasm/index.ts";
import type { Instruction, WasmModule } from "../../src/wasm/index.ts";

/** `export const half = (x: number) => x * 0.25 * 2`, through a helper. */
function createHalf(factor: Instruction = f64(0.25)): WasmModule {
  const module = createModule();
  const [x, y] = [createLocal("x", "f64"), createLocal("y", "f64")];
  const type = functionType(["f64"], ["f64"]);
  const scale = { name: "scale", type, params: [y], body: [op("f64.mul", localGet(y), factor)] };
  const body = [op("f64.mul", call(scale, localGet(x)), f64(2))];
  module.functions.push(scale, { name: "half", type, params: [x], body, exportNames: ["half"] });
  return module;
}

function callHalf(bytes: Uint8Array, value: number): unknown {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes.slice().buffer));
  return (exports["half"] as (value: number) => number)(value);
}

describe("optimizeModule", () => {
  it("inlines, strips names unless asked, and keeps the meaning", async () => {
    const { bytes } = encodeModule(createHalf(), { names: true });
    const optimized = await optimizeModule(bytes);
    expect(callHalf(bytes, 3)).toBe(1.5);
    expect(callHalf(optimized, 3)).toBe(1.5);
    expect(optimized.length).toBeLessThan(70);
    const named = await optimizeModule(bytes, { names: true });
    const module = new WebAssembly.Module(named.slice().buffer);
    expect(WebAssembly.Module.customSections(module, "name")).toHaveLength(1);
    expect(WebAssembly.Module.customSections(new WebAssembly.Module(optimized.slice().buffer), "name")).toEqual([]);
  });

  it("keeps the imports of string builtins and constants as they are", async () => {
    const module = createModule();
    const type = functionType([externref, externref], [ref("extern")]);
    const concat = { name: "concat", module: "wasm:js-string", base: "concat", type };
    const hello = { name: "hello", module: "'", base: "Hello, ", type: ref("extern"), mutable: false };
    const name = createLocal("name", externref);
    module.imports.functions.push(concat);
    module.imports.globals.push(hello);
    module.functions.push({
      name: "hello",
      type: functionType([externref], [externref]),
      params: [name],
      exportNames: ["hello"],
      body: [call(concat, globalGet(hello), localGet(name))],
    });
    const text = Buffer.from(await optimizeModule(encodeModule(module, { names: false }).bytes)).toString("latin1");
    expect(text).toContain("\u000Ewasm:js-string\u0006concat\u0000");
    expect(text).toContain("\u0001'\u0007Hello, \u0003\u0064\u006F\u0000");
  });

  it("puts Binaryen's global settings back", async () => {
    binaryen.setOptimizeLevel(1);
    binaryen.setShrinkLevel(2);
    await optimizeModule(encodeModule(createHalf(), { names: false }).bytes);
    expect([binaryen.getOptimizeLevel(), binaryen.getShrinkLevel(), binaryen.getClosedWorld()]).toEqual([1, 2, false]);
  });

  it("refuses what is no module", async () => {
    const bytes = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 9, 9]);
    await expect(optimizeModule(bytes)).rejects.toThrow("Binaryen cannot read the module");
  });
});

describe("validateModule", () => {
  it("says nothing about a valid module", async () => {
    expect(await validateModule(encodeModule(createHalf(), { names: false }).bytes)).toBeUndefined();
  });

  it("refuses operands of the wrong type", async () => {
    const module = createHalf({ kind: "i32", op: "i32.const", operands: [], value: 1 });
    expect(await validateModule(encodeModule(module, { names: false }).bytes)).toContain("Binaryen");
  });
});
