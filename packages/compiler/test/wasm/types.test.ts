import { describe, expect, it } from "vitest";
import {
  arrayType,
  canonicalArrayType,
  createLocal,
  createModule,
  externref,
  field,
  functionType,
  localSet,
  nullValue,
  ref,
  refNull,
  structType,
} from "../../src/wasm/index.ts";
import type { DefinedType } from "../../src/wasm/index.ts";
import { createFunction, sectionsOf } from "./encoded-sections.ts";

/** The type section of a module that uses types in the given order. */
function typesOf(...types: DefinedType[]): number[] {
  const module = createModule();
  const locals = types.map((type, index) => createLocal(`l${index}`, refNull(type)));
  module.functions.push(
    createFunction(
      "f",
      locals.map((local, index) => localSet(local, nullValue(types[index]!))),
    ),
  );
  return sectionsOf(module).get(1) ?? [];
}

describe("types", () => {
  const group = 0x4e;
  const [struct, array, func] = [0x5f, 0x5e, 0x60];

  it("keeps structs of equal fields apart: they share one group", () => {
    const fields = [field("x", "f64", false)];
    expect(typesOf(structType("A", fields), structType("B", fields))).toEqual(
      [2, [func, 0, 0], group, 2, [struct, 1, 0x7c, 0], [struct, 1, 0x7c, 0]].flat(),
    );
  });

  it("writes supertypes first, and says what is open", () => {
    const shape = structType("Shape", [], undefined, false);
    const square = structType("Square", [field("side", "f64")], shape);
    expect(typesOf(square)).toEqual(
      [2, [func, 0, 0], group, 2, [0x50, 0, struct, 0], [0x4f, 1, 1, struct, 1, 0x7c, 1]].flat(),
    );
  });

  it("writes recursive types, whose fields were filled in later", () => {
    const list = structType("List", []);
    const items = arrayType("items", refNull(list));
    list.fields.push(field("items", ref(items)));
    expect(typesOf(list)).toEqual([2, [func, 0, 0], group, 2, [struct, 1, 0x64, 2, 1], [array, 0x63, 1, 1]].flat());
  });

  it("lets canonical arrays and functions that no struct mentions stand alone", () => {
    const characters = canonicalArrayType("characters", "i16");
    const own = arrayType("own", "i16");
    const plain = functionType([refNull(characters), "i32"], [externref]);
    const mixed = functionType([refNull(own)]);
    expect(typesOf(mixed, plain)).toEqual(
      [
        5,
        [array, 0x77, 1],
        [func, 0, 0],
        [func, 2, 0x63, 0, 0x7f, 1, 0x6f],
        // A group of one would be the canonical array.
        group,
        2,
        [array, 0x77, 1],
        [struct, 0],
        [func, 1, 0x63, 3, 0],
      ].flat(),
    );
  });

  it("keeps what the host sees of structs apart from all others", () => {
    const item = structType("Item", [field("value", "f64")]);
    const shown = structType("Shown", [field("item", refNull(item))]);
    const hidden = structType("Hidden", [field("shown", refNull(shown))]);
    const module = createModule();
    const param = createLocal("shown", refNull(shown));
    const local = createLocal("hidden", refNull(hidden));
    module.functions.push(createFunction("f", [localSet(local, nullValue(hidden))], { params: [param] }));
    expect(sectionsOf(module).get(1)).toEqual(
      [
        3,
        group,
        2,
        [struct, 1, 0x63, 1, 1],
        [struct, 1, 0x7c, 1],
        [struct, 1, 0x63, 0, 1],
        [func, 1, 0x63, 0, 0],
      ].flat(),
    );
  });

  it("gives two groups different structures", () => {
    const [shown, hidden] = [structType("Shown", []), structType("Hidden", [])];
    const module = createModule();
    const param = createLocal("shown", refNull(shown));
    const local = createLocal("hidden", refNull(hidden));
    module.functions.push(createFunction("f", [localSet(local, nullValue(hidden))], { params: [param] }));
    expect(sectionsOf(module).get(1)).toEqual(
      [3, [struct, 0], group, 2, [struct, 0], [struct, 0], [func, 1, 0x63, 0, 0]].flat(),
    );
  });

  it("compares function types by structure, through structs and other functions", () => {
    const point = structType("P", []);
    const create = (): DefinedType => functionType([ref(functionType([ref(point)]))], ["i32"]);
    expect(typesOf(create(), create())).toEqual(typesOf(create()));
  });
});
