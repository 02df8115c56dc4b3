import { toIndex as toIndexOf, toInt32 as toInt32Of } from "../number-functions.ts";
import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  call,
  createLabel,
  createLocal,
  drop,
  f64,
  i32,
  ifElse,
  localGet,
  localTee,
  op,
} from "../../../wasm/index.ts";
import type { Kinds } from "../../infer/index.ts";
import { BOOLEAN, NULL, NULLISH, STRING, UNDEFINED } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { truncated } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import {
  ANY_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  NULL_BITS,
  NUMBER_REPRESENTATION,
  valueType,
} from "../representation.ts";
import type { Representation } from "../representation.ts";
import { elementBits } from "./element-bits.ts";
import { isKind } from "./tests.ts";
import { indexOfLong, modularInt32 } from "./whole-numbers.ts";

/** ToNumber of a primitive value. */
export function toNumber(f: FunctionGenerator, value: Value): Instruction {
  const { code, representation, kinds } = value;
  switch (representation.type) {
    case "integer":
    case "long":
      return f.convert(value, NUMBER_REPRESENTATION);
    case "number":
      return (kinds & NULL) === 0 ? code : nullIsZero(code);
    case "boolean":
      return (kinds & NULLISH) === 0 ? op("f64.convert_i32_u", code) : booleanToNumber(code);
    case "character":
      return textToNumber(f, f.convert(value, EXTERN_REPRESENTATION), kinds);
    case "extern":
      return kinds & STRING ? textToNumber(f, code, kinds) : never(code);
    case "bigint":
    case "word":
      return never(code);
    case "reference":
      return ifElse(op("ref.is_null", code), [f64(kinds & NULL ? 0 : Number.NaN)], [f64(Number.NaN)], "f64");
    case "any":
      return anyToNumber(f, value);
  }
}

function never(code: Instruction): Instruction {
  return block(createLabel("never"), "f64", [drop(code), { kind: "plain", op: "unreachable", operands: [] }]);
}

function nullIsZero(code: Instruction): Instruction {
  const local = createLocal("number", "f64");
  return ifElse(
    op("i64.eq", op("i64.reinterpret_f64", localTee(local, code)), {
      kind: "i64",
      op: "i64.const",
      operands: [],
      value: NULL_BITS,
    }),
    [f64(0)],
    [localGet(local)],
    "f64",
  );
}

function booleanToNumber(code: Instruction): Instruction {
  const local = createLocal("boolean", "i32");
  return ifElse(
    op("i32.eq", localTee(local, code), { kind: "i32", op: "i32.const", operands: [], value: 2 }),
    [f64(Number.NaN)],
    [
      op(
        "f64.convert_i32_u",
        op(
          "i32.and",
          localGet(local),
          op("i32.eq", localGet(local), { kind: "i32", op: "i32.const", operands: [], value: 1 }),
        ),
      ),
    ],
    "f64",
  );
}

function textToNumber(f: FunctionGenerator, code: Instruction, kinds: Kinds): Instruction {
  const parse = f.program.imports.javascript("number_parse");
  if ((kinds & NULLISH) === 0) return call(parse, code);
  const local = createLocal("text", valueType(EXTERN_REPRESENTATION));
  const absent = f64(kinds & UNDEFINED ? Number.NaN : 0);
  return ifElse(op("ref.is_null", localTee(local, code)), [absent], [call(parse, localGet(local))], "f64");
}

function anyToNumber(f: FunctionGenerator, value: Value): Instruction {
  const local = createLocal("value", valueType(ANY_REPRESENTATION));
  const again = (): Value => ({ ...value, code: localGet(local) });
  const as = (kind: Kinds, representation: Representation): Instruction =>
    toNumber(f, { code: f.convert(again(), representation), representation, kinds: kind });
  let rest: Instruction = f.convert(again(), NUMBER_REPRESENTATION);
  const branches: [Kinds, () => Instruction][] = [
    [STRING, () => as(STRING, EXTERN_REPRESENTATION)],
    [BOOLEAN, () => as(BOOLEAN, { type: "boolean" })],
    [NULL, () => f64(0)],
    [UNDEFINED, () => f64(Number.NaN)],
  ];
  for (const [kind, code] of branches) {
    if (value.kinds & kind) rest = ifElse(isKind(f, again(), kind), [code()], [rest], "f64");
  }
  return block(createLabel("number"), "f64", [{ kind: "local", op: "local.set", operands: [value.code], local }, rest]);
}

/** ToInt32 of a number expression. */
export function toInt32(f: FunctionGenerator, expression: Expression): Instruction {
  if (expression.op === "number") return i32(expression.value | 0);
  const modular = modularInt32(f, expression, (operand) => toInt32(f, operand));
  if (modular) return modular;
  const bits = elementBits(f, expression);
  if (bits) return bits;
  const value = f.value(expression);
  if (value.representation.type === "integer") return value.code;
  if (value.representation.type === "long") return op("i32.wrap_i64", value.code);
  const range =
    value.representation.type === "number" && f.node(expression) && f.program.layouts.range(f.node(expression)!);
  if (range && (value.kinds & NULL) === 0 && range.min > -(2 ** 62) && range.max < 2 ** 62) {
    return truncated(value.code);
  }
  return toInt32Of(f.program.runtime, toNumber(f, value));
}

/** A number expression as an index: an i32, if it is a whole number from 0 to 2³¹ − 1, else -1 or another negative number. */
export function toIndex(f: FunctionGenerator, expression: Expression): Instruction {
  if (expression.op === "number" && expression.value >= 0 && Number.isInteger(expression.value)) {
    return i32(expression.value);
  }
  const value = f.value(expression);
  if (value.representation.type === "integer") return value.code;
  if (value.representation.type === "long") return indexOfLong(value.code);
  return toIndexOf(f.program.runtime, f.convert(value, NUMBER_REPRESENTATION));
}

/** An integer, exact where the value is one. */
export function toInteger(f: FunctionGenerator, value: Value): Instruction {
  return f.convert(value, INTEGER_REPRESENTATION);
}
