import { describe, expect, it } from "vitest";
import {
  block,
  br,
  call,
  createLabel,
  createLocal,
  createModule,
  drop,
  field,
  functionType,
  i32,
  ifElse,
  localSet,
  loop,
  op,
  ret,
  structGet,
  structNew,
  structNewDefault,
  structType,
  tryTable,
  unreachable,
  validateTree,
} from "../../src/wasm/index.ts";
import type { Instruction, ValueType } from "../../src/wasm/index.ts";

const pair = structType("Pair", [field("first", "i32"), field("second", "i32")]);
const label = createLabel("label");
const local = createLocal("local", "i32");

function check(body: Instruction[], results: ValueType[] = []): string[] {
  const module = createModule();
  module.functions.push({ name: "f", type: functionType([], results), params: [], body });
  return validateTree(module).map((issue) => issue.replace("In function `f`: ", ""));
}

const add = (...operands: Instruction[]): Instruction => ({ kind: "plain", op: "i32.add", operands });

describe("validateTree", () => {
  it("accepts what fits", () => {
    expect(check([drop(structNew(pair, i32(1), i32(2)))])).toEqual([]);
    expect(check([add(i32(1), ret(i32(2)))], ["i32"])).toEqual([]);
    expect(check([block(label, ["i32", "i32"], [i32(1), i32(2)]), localSet(local), localSet(local)])).toEqual([]);
    expect(check([block(label, "i32", [br(label, i32(1))])], ["i32"])).toEqual([]);
    expect(check([ifElse(i32(1), [unreachable()], [i32(1)], "i32")], ["i32"])).toEqual([]);
  });

  it("finds missing and surplus operands", () => {
    expect(check([drop(add(i32(1)))])).toEqual(["`i32.add` has 1 operands, not 2."]);
    expect(check([drop(structNew(pair, i32(1)))])).toEqual(["`struct.new` has 1 operands, not 2."]);
    expect(check([drop(add(i32(1), i32(2), i32(3)))])).toEqual(["`i32.add` has 3 operands, not 2."]);
    const callee = { name: "g", module: "h", base: "g", type: functionType(["i32"]) };
    expect(check([call(callee)])).toEqual(["`call` has 0 operands, not 1."]);
    expect(check([drop(op("i32.eqz", block(label, undefined, [])))])).toEqual(["`i32.eqz` has 0 operands, not 1."]);
  });

  it("finds values left over or missing in a sequence", () => {
    expect(check([i32(1)])).toEqual(["its body leaves 1 values, not 0."]);
    expect(check([], ["i32"])).toEqual(["its body leaves 0 values, not 1."]);
    expect(check([drop(ifElse(i32(1), [i32(1)], [], "i32"))])).toEqual(["`else` leaves 0 values, not 1."]);
    expect(check([localSet(local)])).toEqual(["its body leaves -1 values, not 0."]);
  });

  it("finds branches that lead nowhere, or with the wrong number of values", () => {
    expect(check([br(label)])).toEqual(["`br` to `label`, which is not around it."]);
    expect(check([loop(label, undefined, [br(label, i32(1))])])).toEqual(["`br` has 1 operands, not 0."]);
    const tag = { name: "tag", params: ["i32" as const] };
    expect(check([block(label, undefined, [tryTable(undefined, [], [{ tag, label }])])])).toEqual([
      "a catch gives 1 values to `label`, which takes 0.",
    ]);
    expect(check([block(label, undefined, [loop(label, undefined, [])])])).toEqual([
      "`label` is the label of a block and of another one inside.",
    ]);
  });

  it("finds fields that a struct lacks", () => {
    expect(check([drop(structGet(pair, 2, structNewDefault(pair)))])).toEqual([
      "`struct.get` of field 2, which `Pair` lacks.",
    ]);
  });
});
