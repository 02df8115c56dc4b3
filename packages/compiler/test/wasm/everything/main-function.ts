import {
  anyref,
  arrayCopy,
  arrayFill,
  arrayGet,
  arrayGetS,
  arrayGetU,
  arrayNew,
  arrayNewData,
  arrayNewDefault,
  arrayNewFixed,
  arraySet,
  at,
  call,
  createLocal,
  drop,
  eqref,
  externref,
  f32,
  f32Bits,
  f64,
  f64Bits,
  functionType,
  globalGet,
  i31ref,
  i32,
  i64,
  localGet,
  localSet,
  localTee,
  nullValue,
  op,
  ref,
  refCast,
  refNull,
  refTest,
  select,
  structGet,
  structGetS,
  structGetU,
  structNew,
  structNewDefault,
  structSet,
} from "../../../src/wasm/index.ts";
import type { Local, Instruction, WasmFunction } from "../../../src/wasm/index.ts";
import { createBranches, createExceptions } from "./control.ts";
import { bytes, characters, log, node, numbers, packed, shape, square, text, twin, zero } from "./definitions.ts";

export function createMain(): WasmFunction {
  const parameter = createLocal("value", externref);
  const self = createLocal("self", refNull(node));
  const items = createLocal("items", refNull(numbers));
  const chars = createLocal("chars", refNull(characters));
  const code = createLocal("code", "i32");
  const position = { file: "every thing: ä.ts", line: 1, column: 1 };
  return {
    name: "main",
    type: functionType([externref], ["i32"]),
    params: [parameter],
    exportNames: ["main", "münze"],
    position,
    body: [
      op("nop"),
      at({ ...position, line: 2 }, call(log, localGet(parameter))),
      ...createStructs().map((instruction, index) => at({ ...position, line: 3, column: index + 1 }, instruction)),
      ...createReferences(parameter),
      localSet(items, arrayNew(numbers, f64(0.1), i32(4))),
      arraySet(numbers, localGet(items), i32(1), f64(Number.MIN_VALUE)),
      arrayFill(numbers, localGet(items), i32(0), f64(Number.NaN), i32(2)),
      arrayCopy(numbers, numbers, localGet(items), i32(0), arrayNewFixed(numbers, f64(1e21), f64(5)), i32(1), i32(1)),
      drop(arrayGet(numbers, localGet(items), op("array.len", arrayNewDefault(bytes, i32(0))))),
      localSet(chars, arrayNewData(characters, text, i32(0), i32(2))),
      drop(arrayGetS(characters, localGet(chars), i32(0))),
      drop(arrayGetU(characters, localGet(chars), i32(0))),
      ...createBranches(parameter),
      localSet(self, structNewDefault(node)),
      ...createExceptions(self, code),
      localGet(code),
    ],
  };
}

function createStructs(): Instruction[] {
  const item = createLocal("item", refNull(packed));
  return [
    localSet(item, structNew(packed, i32(-1), i32(-2), i32(0xffff_ffff))),
    structSet(packed, 1, localGet(item), i32(40_000)),
    drop(structGetS(packed, 0, localGet(item))),
    drop(structGetU(packed, 1, localGet(item))),
    drop(structGet(packed, 2, localGet(item))),
    drop(structGet(shape, 0, structNew(twin, f64(1), f64(2)))),
  ];
}

function createReferences(parameter: Local): Instruction[] {
  const any = createLocal("any", anyref);
  return [
    localSet(any, op("any.convert_extern", localGet(parameter))),
    drop(op("extern.convert_any", localGet(any))),
    drop(refTest(refNull(square), globalGet(zero))),
    drop(refTest(ref("i31"), localGet(any))),
    drop(refCast(ref(square), globalGet(zero))),
    drop(refCast(refNull("eq"), op("ref.i31", i32(7)))),
    drop(op("i31.get_s", refCast(i31ref, op("ref.i31", i32(-7))))),
    drop(op("i31.get_u", op("ref.i31", i32(-7)))),
    drop(op("ref.eq", nullValue("none"), structNewDefault(node))),
    drop(op("ref.is_null", nullValue("nofunc"))),
    drop(op("ref.is_null", nullValue("noextern"))),
    drop(op("ref.as_non_null", localTee(createLocal("same", eqref), structNewDefault(node)))),
    drop(select(nullValue(node), structNewDefault(node), i32(0), refNull(node))),
    drop(select(f32(0.5), f32Bits(0x7fa0_0001n), i32(1))),
    drop(op("i64.eq", op("i64.reinterpret_f64", f64Bits(0xfff0_0000_0000_0001n)), i64(-(2n ** 63n)))),
    drop(op("f64.add", f64(Number.POSITIVE_INFINITY), f64(Number.NEGATIVE_INFINITY))),
  ];
}
