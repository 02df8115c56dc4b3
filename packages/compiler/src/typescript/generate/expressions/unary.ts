import type { Instruction } from "../../../wasm/index.ts";
import { f64, i32, op } from "../../../wasm/index.ts";
import { BIGINT, NUMBER, UNDEFINED, needsUnaryFunction } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { BIGINT_REPRESENTATION, INTEGER_REPRESENTATION, NUMBER_REPRESENTATION, isWhole } from "../representation.ts";
import { bigintOperation, invertBigint, negateBigint } from "../bigint-operations.ts";
import { bigintConstant } from "../bigints.ts";
import { bigintUnaryWord } from "./bigint-arithmetic.ts";
import { libraryOperation } from "./library-operation.ts";
import { toInt32, toNumber } from "./numbers.ts";
import { generateTest, isNullish } from "./tests.ts";
import { typeOf } from "./type-of.ts";
import { wholeArithmetic } from "./whole-numbers.ts";

/** A unary operator. */
export function generateUnary(f: FunctionGenerator, expression: ExpressionOf<"unary">): Instruction {
  const { operator, operand } = expression;
  const library =
    f.node(operand) && needsUnaryFunction(operator, f.node(operand)!) && libraryOperation(f, expression, [operand]);
  if (library) return f.convert(library, f.representation(expression));
  switch (operator) {
    case "!":
      return op("i32.eqz", generateTest(f, operand));
    case "isNullish":
      return isNullish(f, f.value(operand));
    case "typeof":
      return typeOf(f, f.value(operand), f.node(operand));
    default:
      return generateNumeric(f, expression);
  }
}

function generateNumeric(f: FunctionGenerator, expression: ExpressionOf<"unary">): Instruction {
  const { operator, operand } = expression;
  const wanted = f.representation(expression);
  const isBigint = ((f.node(operand)?.kinds ?? 0) & BIGINT) !== 0;
  if (operator === "~" && !isBigint) {
    const inverted = op("i32.xor", toInt32(f, operand), i32(-1));
    return f.convert({ code: inverted, representation: INTEGER_REPRESENTATION, kinds: NUMBER }, wanted);
  }
  const word = bigintUnaryWord(f, expression, wanted);
  if (word) return word;
  const value = f.value(operand);
  if (isBigint) return f.convert(bigintUnary(f, operator, value), wanted);
  if (isWhole(wanted)) return wholeUnary(f, operator, value, wanted);
  const number = toNumber(f, value);
  return f.convert(
    { code: numericUnary(operator, number, value), representation: NUMBER_REPRESENTATION, kinds: NUMBER },
    wanted,
  );
}

function wholeUnary(f: FunctionGenerator, operator: string, value: Value, wanted: Representation): Instruction {
  const constant = (number: 0 | 1): Value => ({
    code: i32(number),
    representation: INTEGER_REPRESENTATION,
    kinds: NUMBER,
  });
  const combine = (name: "+" | "-", left: Value, right: Value): Instruction =>
    wholeArithmetic(f, name, left, right, wanted)!;
  if (operator === "increment") return combine("+", value, constant(1));
  if (operator === "decrement") return combine("-", value, constant(1));
  if (operator === "-") return combine("-", constant(0), value);
  return f.convert(value, wanted);
}

function numericUnary(operator: string, number: Instruction, value: Value): Instruction {
  switch (operator) {
    case "-":
      // A negated signalling NaN would stay one.
      return value.kinds & UNDEFINED ? op("f64.mul", number, f64(-1)) : op("f64.neg", number);
    case "increment":
      return op("f64.add", number, f64(1));
    case "decrement":
      return op("f64.sub", number, f64(1));
    default:
      // An addition makes an ordinary NaN of the one that stands for undefined.
      return value.kinds & UNDEFINED ? op("f64.sub", number, f64(0)) : number;
  }
}

function bigintUnary(f: FunctionGenerator, operator: string, value: Value): Value {
  const { runtime } = f.program;
  const given = f.convert(value, BIGINT_REPRESENTATION);
  const code = ((): Instruction => {
    if (operator === "-") return negateBigint(runtime, given);
    if (operator === "~") return invertBigint(runtime, given);
    if (operator === "increment") return bigintOperation(runtime, "+", given, bigintConstant(runtime, 1n));
    if (operator === "decrement") return bigintOperation(runtime, "-", given, bigintConstant(runtime, 1n));
    return given;
  })();
  return { code, representation: BIGINT_REPRESENTATION, kinds: value.kinds & ~UNDEFINED };
}
