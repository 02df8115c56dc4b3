import type { Instruction } from "../../../wasm/index.ts";
import { call, createLocal, i32, ifElse, localGet, localTee, op } from "../../../wasm/index.ts";
import type { Kinds, Site } from "../../infer/index.ts";
import { BIGINT, BOOLEAN, NULL, NULLISH, NUMBER, STRING, SYMBOL, UNDEFINED } from "../../infer/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import {
  EXTERN_REPRESENTATION,
  NULL_BOOLEAN,
  NUMBER_REPRESENTATION,
  UNDEFINED_BOOLEAN,
  valueType,
} from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import { isKind } from "./tests.ts";

/** ToString of a value; objects become what the library's `toString`, called at the site, makes of them. */
export function textOf(f: FunctionGenerator, value: Value, site?: Site): Instruction {
  const target = site && targetsOf(f, site)[0];
  if (target) {
    const made = callInstance(f, target.instance, { arguments: [{ value: () => value, spreads: undefined }] });
    return f.convert(made, EXTERN_REPRESENTATION);
  }
  const { code, representation, kinds } = value;
  const { imports } = f.program;
  switch (representation.type) {
    case "integer":
    case "long":
      return call(imports.javascript("number_toString"), f.convert(value, NUMBER_REPRESENTATION));
    case "number":
      return numberText(f, value);
    case "boolean":
      return booleanText(f, code, kinds);
    case "character":
    case "bigint":
    case "word":
      return externText(f, f.convert(value, EXTERN_REPRESENTATION), kinds);
    case "extern":
      return externText(f, code, kinds);
    case "reference":
      return f.text(kinds & NULL ? "null" : "undefined");
    case "any":
      return anyText(f, value);
  }
}

function numberText(f: FunctionGenerator, value: Value): Instruction {
  const print = f.program.imports.javascript("number_toString");
  if ((value.kinds & NULLISH) === 0) return call(print, value.code);
  const local = createLocal("number", "f64");
  const again = { ...value, code: localGet(local) };
  let code: Instruction = call(print, localGet(local));
  if (value.kinds & NULL) code = ifElse(isKind(f, again, NULL), [f.text("null")], [code], stringType);
  return ifElse(
    isKind(f, { ...value, code: localTee(local, value.code) }, UNDEFINED),
    [f.text("undefined")],
    [code],
    stringType,
  );
}

const stringType = valueType(EXTERN_REPRESENTATION);

function booleanText(f: FunctionGenerator, code: Instruction, kinds: Kinds): Instruction {
  const local = createLocal("boolean", "i32");
  const is = (number: number): Instruction => op("i32.eq", localGet(local), i32(number));
  let rest: Instruction = f.text("false");
  if (kinds & NULL) rest = ifElse(is(NULL_BOOLEAN), [f.text("null")], [rest], stringType);
  if (kinds & UNDEFINED) rest = ifElse(is(UNDEFINED_BOOLEAN), [f.text("undefined")], [rest], stringType);
  return ifElse(op("i32.eq", localTee(local, code), i32(1)), [f.text("true")], [rest], stringType);
}

function externText(f: FunctionGenerator, code: Instruction, kinds: Kinds): Instruction {
  const { imports } = f.program;
  const present = (given: Instruction): Instruction => {
    if (kinds & STRING) return given;
    if (kinds & BIGINT) return call(imports.javascript("bigint_toString"), given);
    return kinds & SYMBOL ? call(imports.javascript("symbol_toString"), given) : given;
  };
  if ((kinds & NULLISH) === 0) return present(code);
  const local = createLocal("text", stringType);
  return ifElse(
    op("ref.is_null", localTee(local, code)),
    [f.text(kinds & NULL ? "null" : "undefined")],
    [present(localGet(local))],
    stringType,
  );
}

function anyText(f: FunctionGenerator, value: Value): Instruction {
  const local = createLocal("value", valueType(value.representation));
  const again = (): Value => ({ ...value, code: localGet(local) });
  const as = (kind: Kinds, representation: Representation): Instruction =>
    textOf(f, { code: f.convert(again(), representation), representation, kinds: kind });
  const branches: [Kinds, () => Instruction][] = [
    [UNDEFINED, () => f.text("undefined")],
    [NULL, () => f.text("null")],
    [BOOLEAN, () => as(BOOLEAN, { type: "boolean" })],
    [NUMBER, () => as(NUMBER, NUMBER_REPRESENTATION)],
    [BIGINT, () => as(BIGINT, EXTERN_REPRESENTATION)],
    [SYMBOL, () => as(SYMBOL, EXTERN_REPRESENTATION)],
  ];
  let rest: Instruction = f.convert(again(), EXTERN_REPRESENTATION);
  for (const [kind, code] of branches) {
    if (value.kinds & kind) rest = ifElse(isKind(f, again(), kind), [code()], [rest], stringType);
  }
  return {
    kind: "block",
    op: "block",
    operands: [],
    label: { name: "text" },
    result: stringType,
    body: [{ kind: "local", op: "local.set", operands: [value.code], local }, rest],
  };
}
