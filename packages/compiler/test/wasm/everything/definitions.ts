import {
  anyref,
  arrayType,
  canonicalArrayType,
  createLocal,
  externref,
  f64,
  field,
  functionType,
  globalGet,
  i32,
  localGet,
  op,
  ref,
  refFunc,
  refNull,
  structNew,
  structType,
} from "../../../src/wasm/index.ts";
import type {
  Global,
  ImportedFunction,
  ImportedGlobal,
  ImportedTag,
  Tag,
  WasmFunction,
} from "../../../src/wasm/index.ts";

export const characters = canonicalArrayType("characters", "i16");
export const bytes = arrayType("bytes", "i8");
export const numbers = arrayType("numbers", "f64");
export const shape = structType("Shape", [field("area", "f64")], undefined, false);
export const square = structType("Square", [field("area", "f64"), field("side", "f64")], shape);
export const twin = structType("Twin", [field("area", "f64"), field("side", "f64")], shape);
export const packed = structType("Packed", [
  field("small", "i8"),
  field("medium", "i16"),
  field("fixed", "i32", false),
]);
export const node = structType("Node", []);
node.fields.push(field("next", refNull(node)), field("value", anyref));
export const binary = functionType(["f64", "f64"], ["f64"]);
export const onNode = functionType([refNull(node)], ["i32"]);

export const log: ImportedFunction = { name: "log", module: "host", base: "log", type: functionType([externref]) };
export const scale: ImportedGlobal = { name: "scale", module: "host", base: "scale", type: "f64", mutable: false };
export const hostError: ImportedTag = { name: "hostError", module: "host", base: "error", params: [externref] };
export const failure: Tag = { name: "failure", params: [refNull(node), "i32"], exportName: "failure" };
export const text = { name: "text", bytes: new TextEncoder().encode("h\0i\0") };
export const count: Global = { name: "count", type: "i32", mutable: true, initial: op("i32.add", i32(1), i32(2)) };
export const zero: Global = {
  name: "zero square",
  type: ref(shape),
  mutable: false,
  initial: structNew(square, f64(-0), globalGet(scale)),
};

const left = createLocal("left", "f64");
const right = createLocal("right", "f64");
export const add: WasmFunction = {
  name: "add",
  type: functionType(["f64", "f64"], ["f64"]),
  params: [left, right],
  body: [op("f64.add", localGet(left), localGet(right))],
};
export const pointer: Global = { name: "pointer", type: ref(binary), mutable: false, initial: refFunc(add) };
