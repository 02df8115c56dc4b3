import { toInt32 as toInt32Of } from "../number-functions.ts";
import { remainder, remainderOfWhole, remainderWithoutFractions } from "../remainders.ts";
import type { Instruction } from "../../../wasm/index.ts";
import { block, call, createLabel, createLocal, ifElse, localGet, localSet, op } from "../../../wasm/index.ts";
import type { Kinds } from "../../infer/index.ts";
import { BIGINT, NUMBER, STRING, UNDEFINED, kindsOf } from "../../infer/index.ts";
import type { BinaryOperator, Expression, ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import {
  BIGINT_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  LONG_REPRESENTATION,
  NUMBER_REPRESENTATION,
  isWhole,
  valueType,
} from "../representation.ts";
import { bigintOperation, isBigintOperator } from "../bigint-operations.ts";
import { bigintBinary } from "./bigint-arithmetic.ts";
import { toInt32, toNumber } from "./numbers.ts";
import { isKind } from "./tests.ts";
import { textOf } from "./text.ts";
import { fitsLong, wholeArithmetic } from "./whole-numbers.ts";

const FLOAT_OPERATORS = { "+": "f64.add", "-": "f64.sub", "*": "f64.mul", "/": "f64.div" } as const;
const INTEGER_OPERATORS = {
  "&": "i32.and",
  "|": "i32.or",
  "^": "i32.xor",
  "<<": "i32.shl",
  ">>": "i32.shr_s",
  ">>>": "i32.shr_u",
} as const;
/** Representations of what may be a bigint. */
const HOLDS_BIGINTS: ReadonlySet<string> = new Set(["bigint", "word", "extern", "any"]);

/** Arithmetic, joining of texts, and operators on bits. */
export function generateArithmetic(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { operator, left, right } = expression;
  const wanted = f.representation(expression);
  const bigint = bigintBinary(f, operator, left, right, f.node(expression));
  if (bigint) return f.convert(bigint, wanted);
  if (operator in INTEGER_OPERATORS && !HOLDS_BIGINTS.has(wanted.type)) {
    const name = operator as keyof typeof INTEGER_OPERATORS;
    const code = op(INTEGER_OPERATORS[name], toInt32(f, left), toInt32(f, right));
    if (operator === ">>>") {
      if (wanted.type === "integer") return code;
      return op(wanted.type === "long" ? "i64.extend_i32_u" : "f64.convert_i32_u", code);
    }
    return f.convert({ code, representation: INTEGER_REPRESENTATION, kinds: NUMBER }, wanted);
  }
  const first = f.value(left);
  const second = f.value(right);
  if (operator === "%" && first.representation.type === "number" && !isWhole(wanted)) {
    const hasNoFractions = isWithoutFraction(f, left) && isWithoutFraction(f, right);
    if (hasNoFractions && wanted.type === "number") {
      const divisor = f.convert(second, NUMBER_REPRESENTATION);
      return remainderWithoutFractions(f.program.runtime, first.code, divisor);
    }
  }
  const kinds = f.node(expression) ? kindsOf(f.node(expression)!) : 0;
  if (isWhole(wanted) && !(fitsLong(f, left) && fitsLong(f, right))) {
    const code = combine(f, operator, first, second, kinds, NUMBER_REPRESENTATION);
    return f.convert({ code, representation: NUMBER_REPRESENTATION, kinds }, wanted);
  }
  return combine(f, operator, first, second, kinds, wanted);
}

function combine(
  f: FunctionGenerator,
  operator: BinaryOperator,
  first: Value,
  second: Value,
  kinds: Kinds,
  wanted: Value["representation"],
): Instruction {
  const { imports } = f.program;
  const whole = isWhole(wanted) && wholeArithmetic(f, operator, first, second, wanted);
  if (whole) return whole;
  if (operator === "%" && wanted.type === "number" && areVariable(first, second)) {
    return remainderOfWhole(
      f.program.runtime,
      f.convert(first, LONG_REPRESENTATION),
      f.convert(second, LONG_REPRESENTATION),
    );
  }
  if (kinds === STRING) {
    return f.convert(
      {
        code: call(imports.string("concat"), textOf(f, first), textOf(f, second)),
        representation: EXTERN_REPRESENTATION,
        kinds: STRING,
      },
      wanted,
    );
  }
  if (kinds === BIGINT) {
    const value = bigintArithmetic(f, operator, first, second);
    return value ? f.convert(value, wanted) : { kind: "plain", op: "unreachable", operands: [] };
  }
  if (kinds === NUMBER || kinds === 0) {
    const a = toNumber(f, first);
    const b = toNumber(f, second);
    return f.convert(
      { code: arithmetic(f, operator, a, b), representation: NUMBER_REPRESENTATION, kinds: NUMBER },
      wanted,
    );
  }
  return combineMixed(f, operator, first, second, kinds, wanted);
}

/** What an operator makes of two bigints; `undefined` if there is none for them. */
export function bigintArithmetic(
  f: FunctionGenerator,
  operator: BinaryOperator,
  first: Value,
  second: Value,
): Value | undefined {
  if (!isBigintOperator(operator)) return undefined;
  const code = bigintOperation(
    f.program.runtime,
    operator,
    f.convert(first, BIGINT_REPRESENTATION),
    f.convert(second, BIGINT_REPRESENTATION),
  );
  return { code, representation: BIGINT_REPRESENTATION, kinds: BIGINT };
}

/** Whether an expression is always a whole number, an infinity or NaN. */
function isWithoutFraction(f: FunctionGenerator, expression: Expression): boolean {
  const node = f.node(expression);
  if (!node || kindsOf(node) & ~(NUMBER | UNDEFINED) || f.representation(expression).type === "any") return false;
  return f.program.layouts.range(node)?.whole === true;
}

/** Whether operands are held as integers, and the second is no constant. */
function areVariable(first: Value, second: Value): boolean {
  return isWhole(first.representation) && isWhole(second.representation) && second.code.kind !== "i32";
}

/** Operands whose kinds are known at run time only. */
function combineMixed(
  f: FunctionGenerator,
  operator: BinaryOperator,
  first: Value,
  second: Value,
  kinds: Kinds,
  wanted: Value["representation"],
): Instruction {
  const a = createLocal("left", valueType(first.representation));
  const b = createLocal("right", valueType(second.representation));
  const left: Value = { ...first, code: localGet(a) };
  const right: Value = { ...second, code: localGet(b) };
  const type = valueType(wanted);
  const restrict = (value: Value, only: Kinds): Value => ({ ...value, kinds: value.kinds & only });
  let rest = combine(
    f,
    operator,
    restrict(left, ~(STRING | BIGINT)),
    restrict(right, ~(STRING | BIGINT)),
    NUMBER,
    wanted,
  );
  if (kinds & BIGINT) {
    rest = ifElse(
      isKind(f, left, BIGINT),
      [combine(f, operator, restrict(left, BIGINT), restrict(right, BIGINT), BIGINT, wanted)],
      [rest],
      type,
    );
  }
  if (kinds & STRING) {
    const isText = op("i32.or", isKind(f, left, STRING), isKind(f, right, STRING));
    rest = ifElse(isText, [combine(f, operator, left, right, STRING, wanted)], [rest], type);
  }
  return block(createLabel("operator"), type, [localSet(a, first.code), localSet(b, second.code), rest]);
}

function arithmetic(f: FunctionGenerator, operator: BinaryOperator, a: Instruction, b: Instruction): Instruction {
  const { imports, runtime } = f.program;
  const name = operator as keyof typeof FLOAT_OPERATORS;
  if (FLOAT_OPERATORS[name]) return op(FLOAT_OPERATORS[name], a, b);
  if (operator === "%") return remainder(runtime, a, b);
  if (operator === "**") {
    if (b.kind === "float" && b.value === 2) {
      const local = createLocal("base", "f64");
      return block(createLabel("square"), "f64", [localSet(local, a), op("f64.mul", localGet(local), localGet(local))]);
    }
    return call(imports.javascript("math_pow"), a, b);
  }
  const integers = INTEGER_OPERATORS[operator as keyof typeof INTEGER_OPERATORS];
  if (!integers) throw new Error(`${operator} is no arithmetic operator`);
  const code = op(integers, toInt32Of(runtime, a), toInt32Of(runtime, b));
  return op(operator === ">>>" ? "f64.convert_i32_u" : "f64.convert_i32_s", code);
}
