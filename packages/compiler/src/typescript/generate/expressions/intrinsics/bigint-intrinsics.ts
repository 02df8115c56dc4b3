import type { Instruction } from "../../../../wasm/index.ts";
import { op } from "../../../../wasm/index.ts";
import { BIGINT } from "../../../infer/index.ts";
import { bigintOperation, invertBigint, negateBigint, truncateBigint } from "../../bigint-operations.ts";
import { bigintOfNumber, bigintOrder, bigintsEqual, numberOfBigint } from "../../bigints.ts";
import type { Value } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import { bigintBinary } from "../bigint-arithmetic.ts";
import { cutBits, widthOf } from "../modular-bigints.ts";
import { BIGINT_REPRESENTATION } from "../../representation.ts";
import type { Intrinsic, IntrinsicGenerator, IntrinsicGenerators } from "./arguments.ts";
import { argument, as, boolean, float, integer, number } from "./arguments.ts";

/** Functions of bigints that the program does itself where 64 bits hold them. */
export const bigintIntrinsics: IntrinsicGenerators = {
  $js_bigint_add: binary("+"),
  $js_bigint_subtract: binary("-"),
  $js_bigint_multiply: binary("*"),
  $js_bigint_divide: binary("/"),
  $js_bigint_remainder: binary("%"),
  $js_bigint_power: binary("**"),
  $js_bigint_and: binary("&"),
  $js_bigint_or: binary("|"),
  $js_bigint_xor: binary("^"),
  $js_bigint_shiftLeft: binary("<<"),
  $js_bigint_shiftRight: binary(">>"),
  $js_bigint_negate: (f, e) => bigint(negateBigint(f.program.runtime, operand(f, e, 0))),
  $js_bigint_not: (f, e) => bigint(invertBigint(f.program.runtime, operand(f, e, 0))),
  $js_bigint_equals: (f, e) => boolean(bigintsEqual(f.program.runtime, operand(f, e, 0), operand(f, e, 1))),
  $js_bigint_compare: (f, e) => integer(bigintOrder(f.program.runtime, operand(f, e, 0), operand(f, e, 1))),
  $js_bigint_fromNumber: (f, e) => bigint(bigintOfNumber(f.program.runtime, float(f, e, 0))),
  $js_bigint_toNumber(f, e) {
    const given = f.value(argument(e, 0));
    const { representation } = given;
    if (representation.type !== "word") return number(numberOfBigint(f.program.runtime, operand(f, e, 0)));
    return number(op(`f64.convert_i64_${representation.read === "unsigned" ? "u" : "s"}`, given.code));
  },
  $js_bigint_asIntN: truncation("signed"),
  $js_bigint_asUintN: truncation("unsigned"),
};

function binary(operator: string): IntrinsicGenerator {
  return (f, e) =>
    bigintBinary(f, operator, argument(e, 0), argument(e, 1), f.node(e)) ??
    bigint(bigintOperation(f.program.runtime, operator, operand(f, e, 0), operand(f, e, 1)));
}

function truncation(kind: "signed" | "unsigned"): IntrinsicGenerator {
  return (f, e) => {
    const value = argument(e, 1);
    const representation = f.representation(e);
    const width = representation.type === "word" ? widthOf(f, argument(e, 0), value) : undefined;
    if (width === undefined) return bigint(truncateBigint(f.program.runtime, kind, float(f, e, 0), operand(f, e, 1)));
    return { code: cutBits(f, { value, width, signed: kind === "signed" }), representation, kinds: BIGINT };
  };
}

function operand(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, BIGINT_REPRESENTATION);
}

function bigint(code: Instruction): Value {
  return { code, representation: BIGINT_REPRESENTATION, kinds: BIGINT };
}
