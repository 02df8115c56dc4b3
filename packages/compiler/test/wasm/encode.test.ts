import { describe, expect, it } from "vitest";
import {
  br,
  brIf,
  block,
  call,
  createLabel,
  createLocal,
  createModule,
  encodeModule,
  f64,
  field,
  functionType,
  i32,
  ifElse,
  localGet,
  localSet,
  loop,
  nullValue,
  op,
  ref,
  refFunc,
  refTest,
  structType,
  tryTable,
} from "../../src/wasm/index.ts";
import type { Instruction, ValueType } from "../../src/wasm/index.ts";
import { createFunction, sectionsOf } from "./encoded-sections.ts";

/** Code of a module's only function: after the number of bodies, the size, and the locals. */
function codeOf(body: Instruction[], results: ValueType[] = []): number[] {
  const module = createModule();
  module.functions.push(createFunction("f", body, { results }));
  const code = sectionsOf(module).get(10) ?? [];
  expect(code.slice(0, 3)).toEqual([1, code.length - 2, 0]);
  return code.slice(3, -1);
}

describe("sections", () => {
  it("writes nothing for an empty module", () => {
    expect(encodeModule(createModule(), { names: false }).bytes).toHaveLength(8);
  });

  it("writes a function with its type, export and body", () => {
    const module = createModule();
    const a = createLocal("a", "i32");
    module.functions.push(
      createFunction("inc", [op("i32.add", localGet(a), i32(1))], { params: [a], results: ["i32"] }),
    );
    expect(Object.fromEntries(sectionsOf(module))).toEqual({
      1: [1, 0x60, 1, 0x7f, 1, 0x7f],
      3: [1, 0],
      7: [1, 3, ...Buffer.from("inc"), 0, 0],
      10: [1, 7, 0, 0x20, 0, 0x41, 1, 0x6a, 0x0b],
    });
  });

  it("writes imports before all else, each with its kind", () => {
    const module = createModule();
    const log = { name: "log", module: "h", base: "log", type: functionType(["i32"]) };
    const size = { name: "size", module: "h", base: "n", type: "f64" as const, mutable: true };
    const error = { name: "error", module: "h", base: "e", params: ["i32" as const] };
    module.imports.functions.push(log);
    module.imports.globals.push(size);
    module.imports.tags.push(error);
    module.roots = [log, size, error];
    expect(Object.fromEntries(sectionsOf(module))).toEqual({
      1: [1, 0x60, 1, 0x7f, 0],
      2: [3, 1, 0x68, 3, ...Buffer.from("log"), 0, 0, 1, 0x68, 1, 0x6e, 3, 0x7c, 1, 1, 0x68, 1, 0x65, 4, 0, 0],
    });
  });

  it("declares functions whose references only code makes", () => {
    const module = createModule();
    const hidden = createFunction("hidden", [], { exported: false });
    const inGlobal = createFunction("inGlobal", [], { exported: false });
    const shown = createFunction("shown", []);
    module.globals.push({ name: "g", type: ref("func"), mutable: false, initial: refFunc(inGlobal), exportName: "g" });
    module.functions.push(
      hidden,
      inGlobal,
      shown,
      createFunction(
        "f",
        [hidden, inGlobal, shown].map((item) => op("drop", refFunc(item))),
      ),
    );
    expect(sectionsOf(module).get(9)).toEqual([1, 3, 0, 1, 0]);
    expect(sectionsOf(module).get(6)).toEqual([1, 0x64, 0x70, 0, 0xd2, 1, 0x0b]);
  });

  it("counts locals by type and leaves out unused ones", () => {
    const module = createModule();
    const parameter = createLocal("p", "f64");
    const [a, b, c] = [createLocal("a", "i32"), createLocal("b", "f64"), createLocal("c", "i32")];
    module.functions.push(
      createFunction("f", [localSet(a, i32(1)), localSet(b, localGet(parameter)), localSet(c, i32(2))], {
        params: [createLocal("unused", "i32"), parameter],
      }),
    );
    expect(sectionsOf(module).get(10)).toEqual([
      1, 18, 2, 2, 0x7f, 1, 0x7c, 0x41, 1, 0x21, 2, 0x20, 1, 0x21, 4, 0x41, 2, 0x21, 3, 0x0b,
    ]);
  });

  it("writes names", () => {
    const module = createModule("m");
    const a = createLocal("a", "i32");
    const point = structType("P", [field("x", "f64")]);
    module.functions.push(createFunction("f", [op("drop", nullValue(point))], { params: [a] }));
    const names = sectionsOf(module, true).get(0);
    expect(names).toEqual(
      [
        [4, ...Buffer.from("name")],
        [0, 2, 1, 0x6d],
        [1, 4, 1, 0, 1, 0x66],
        [2, 6, 1, 0, 1, 0, 1, 0x61],
        [4, 4, 1, 1, 1, 0x50],
        [10, 6, 1, 1, 1, 0, 1, 0x78],
      ].flat(),
    );
  });
});

describe("reachability", () => {
  it("writes only what exports need, in the order of definition", () => {
    const module = createModule();
    const unused = { name: "unused", module: "h", base: "unused", type: functionType(["f32"]) };
    const needed = { name: "needed", module: "h", base: "n", type: functionType([]) };
    const second = createFunction("second", [call(needed)], { exported: false });
    const dead = createFunction("dead", [call(unused, { ...i32(1) })], { exported: false });
    const first = createFunction("first", [call(second)]);
    module.imports.functions.push(unused, needed);
    module.globals.push({ name: "dead", type: "i32", mutable: true, initial: i32(1) });
    module.tags.push({ name: "dead", params: ["i64"] });
    module.data.push({ name: "dead", bytes: new Uint8Array(9) });
    module.functions.push(second, dead, first);
    expect(Object.fromEntries(sectionsOf(module))).toEqual({
      1: [1, 0x60, 0, 0],
      2: [1, 1, 0x68, 1, 0x6e, 0, 0],
      3: [2, 0, 0],
      7: [1, 5, ...Buffer.from("first"), 0, 2],
      10: [2, 4, 0, 0x10, 0, 0x0b, 4, 0, 0x10, 1, 0x0b],
    });
  });

  it("names what is used but not part of the module", () => {
    const module = createModule();
    module.functions.push(createFunction("f", [call(createFunction("lost", []))]));
    expect(() => encodeModule(module, { names: false })).toThrow("`lost` is used but is not part of the module");
  });
});

describe("instructions", () => {
  it("counts labels from the innermost", () => {
    const [outer, inner] = [createLabel("outer"), createLabel("inner")];
    const body = [
      block(outer, undefined, [
        loop(inner, undefined, [brIf(inner, i32(1)), ifElse(i32(0), [br(outer)], [br(inner)]), br(outer)]),
      ]),
    ];
    expect(codeOf(body)).toEqual(
      [
        [0x02, 0x40, 0x03, 0x40],
        [0x41, 1, 0x0d, 0],
        [0x41, 0, 0x04, 0x40, 0x0c, 2, 0x05, 0x0c, 1, 0x0b],
        [0x0c, 1],
        [0x0b, 0x0b],
      ].flat(),
    );
  });

  it("counts the labels of catches from outside of their block", () => {
    const [caught, inside] = [createLabel("caught"), createLabel("inside")];
    const body = [
      block(caught, undefined, [tryTable(undefined, [br(inside)], [{ tag: undefined, label: caught }], inside)]),
    ];
    expect(codeOf(body)).toEqual([0x02, 0x40, 0x1f, 0x40, 1, 0x02, 0, 0x0c, 0, 0x0b, 0x0b]);
  });

  it("writes several results of a block as a type", () => {
    const values = [block(createLabel("pair"), ["i32", "f64"], [i32(1), f64(0)])];
    const code = codeOf(values, ["i32", "f64"]);
    expect(code.slice(0, 4)).toEqual([0x02, 0, 0x41, 1]);
  });

  it("writes whether a test lets null pass", () => {
    const test = (target: "struct" | "i31", nullable: boolean): number[] =>
      codeOf([op("drop", refTest({ kind: "ref", nullable, heap: target }, nullValue("none")))]);
    expect(test("struct", false)).toEqual([0xd0, 0x71, 0xfb, 0x14, 0x6b, 0x1a]);
    expect(test("i31", true)).toEqual([0xd0, 0x71, 0xfb, 0x15, 0x6c, 0x1a]);
  });

  it("refuses a branch to what is not around it", () => {
    expect(() => codeOf([block(createLabel("here"), undefined, []), br(createLabel("there"))])).toThrow(
      "`f` branches to `there`, which is not around the branch",
    );
  });
});
