import type { Instruction } from "../../../../wasm/index.ts";
import { i32 } from "../../../../wasm/index.ts";
import { BOOLEAN, NUMBER, STRING } from "../../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../../ir/index.ts";
import type { Value } from "../../coerce.ts";
import { toInt32 } from "../numbers.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import type { Representation } from "../../representation.ts";
import {
  ANY_REPRESENTATION,
  BOOLEAN_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  NUMBER_REPRESENTATION,
} from "../../representation.ts";

/** An operation that only the library can name. */
export type Intrinsic = ExpressionOf<"intrinsic">;

/** Generates one intrinsic: a value, or instructions that give none. */
export type IntrinsicGenerator = (f: FunctionGenerator, expression: Intrinsic) => Value | Instruction[];

/** Generators by the name of the intrinsic. */
export type IntrinsicGenerators = Readonly<Record<string, IntrinsicGenerator>>;

/** The code gives a number. */
export function number(code: Instruction): Value {
  return { code, representation: NUMBER_REPRESENTATION, kinds: NUMBER };
}

/** The code gives a 32-bit integer. */
export function integer(code: Instruction): Value {
  return { code, representation: INTEGER_REPRESENTATION, kinds: NUMBER };
}

/** The code gives a boolean. */
export function boolean(code: Instruction): Value {
  return { code, representation: BOOLEAN_REPRESENTATION, kinds: BOOLEAN };
}

/** The code gives a string. */
export function string(code: Instruction): Value {
  return { code, representation: EXTERN_REPRESENTATION, kinds: STRING };
}

/** The argument at an index. */
export function argument(expression: Intrinsic, index: number): Expression {
  const found = expression.arguments[index];
  if (!found) throw new Error(`${expression.name} lacks an argument`);
  return found;
}

/** An argument in a representation. */
export function as(f: FunctionGenerator, expression: Intrinsic, index: number, wanted: Representation): Instruction {
  return f.valueAs(argument(expression, index), wanted);
}

/** An argument as a double. */
export function float(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, NUMBER_REPRESENTATION);
}

/** An argument that is a 32-bit integer. */
export function int(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  const given = argument(expression, index);
  if (given.op === "number") return i32(given.value);
  return as(f, expression, index, INTEGER_REPRESENTATION);
}

/** An argument modulo 2³². */
export function int32(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return toInt32(f, argument(expression, index));
}

/** An argument that is a string. */
export function text(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, EXTERN_REPRESENTATION);
}

/** An argument that is a value of JavaScript's. */
export function host(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, EXTERN_REPRESENTATION);
}

/** An argument that can be anything. */
export function any(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, ANY_REPRESENTATION);
}
