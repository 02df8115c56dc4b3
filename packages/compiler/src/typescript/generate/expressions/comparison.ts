import type { Instruction, Local } from "../../../wasm/index.ts";
import {
  block,
  call,
  createLabel,
  createLocal,
  f64,
  i32,
  ifElse,
  localGet,
  localSet,
  op,
} from "../../../wasm/index.ts";
import { BIGINT, STRING, UNDEFINED } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { BIGINT_REPRESENTATION, EXTERN_REPRESENTATION, UNDEFINED_CHARACTER, valueType } from "../representation.ts";
import { characterOrder } from "../text-functions.ts";
import { orderToWord, readAlike } from "../bigint-words.ts";
import { bigintOrder } from "../bigints.ts";
import { toNumber } from "./numbers.ts";
import { isKind } from "./tests.ts";
import { wholePair } from "./whole-numbers.ts";

const FLOAT_COMPARISONS = { "<": "f64.lt", "<=": "f64.le", ">": "f64.gt", ">=": "f64.ge" } as const;
const INTEGER_COMPARISONS = { "<": "lt_s", "<=": "le_s", ">": "gt_s", ">=": "ge_s" } as const;
const WORD_COMPARISONS = { "<": "lt", "<=": "le", ">": "gt", ">=": "ge" } as const;
const FLIPPED = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
/** `<` and its like. */
export type Relation = keyof typeof FLOAT_COMPARISONS;

/** Which of two values comes first. */
export function generateComparison(
  f: FunctionGenerator,
  expression: ExpressionOf<"binary">,
  operator: Relation,
): Instruction {
  return compare(f, operator, f.value(expression.left), f.value(expression.right));
}

/** Which comes first, as the library's function has told: a number below, equal to or above 0, or NaN. */
export function compareOrder(operator: Relation, order: Instruction): Instruction {
  return op(FLOAT_COMPARISONS[operator], order, f64(0));
}

function compare(f: FunctionGenerator, operator: Relation, first: Value, second: Value): Instruction {
  const { imports } = f.program;
  const pair = wholePair(f, first, second);
  if (pair) return op(`${pair.type}.${INTEGER_COMPARISONS[operator]}`, pair.left, pair.right);
  if (first.representation.type === "character" && second.representation.type === "character") {
    return compareCharacters(f, operator, first, second);
  }
  const texts = (first.kinds & STRING) !== 0 && (second.kinds & STRING) !== 0;
  const bigints = ((first.kinds | second.kinds) & BIGINT) !== 0;
  if (!texts && !bigints) return op(FLOAT_COMPARISONS[operator], toNumber(f, first), toNumber(f, second));
  if (first.kinds === STRING && second.kinds === STRING) {
    const order = call(
      imports.string("compare"),
      f.convert(first, EXTERN_REPRESENTATION),
      f.convert(second, EXTERN_REPRESENTATION),
    );
    return op(`i32.${INTEGER_COMPARISONS[operator]}`, order, i32(0));
  }
  if (first.kinds === BIGINT && second.kinds === BIGINT) return compareBigints(f, operator, first, second);
  return compareMixed(f, operator, first, second);
}

function compareBigints(f: FunctionGenerator, operator: Relation, first: Value, second: Value): Instruction {
  const { runtime } = f.program;
  const [a, b] = [first.representation, second.representation];
  const alike = a.type === "word" && b.type === "word" ? readAlike(a.read, b.read) : undefined;
  if (alike) return op(`i64.${WORD_COMPARISONS[operator]}_${alike}`, first.code, second.code);
  if (first.code.kind === "i64" && second.code.kind !== "i64")
    return compareBigints(f, FLIPPED[operator], second, first);
  const left = f.convert(first, BIGINT_REPRESENTATION);
  const isSignedWord = b.type === "word" && b.read !== "unsigned";
  const order = isSignedWord
    ? orderToWord(runtime, left, second.code)
    : bigintOrder(runtime, left, f.convert(second, BIGINT_REPRESENTATION));
  return op(`i32.${INTEGER_COMPARISONS[operator]}`, order, i32(0));
}

/** Characters come in the order of their units, the empty string first; `undefined` is neither before nor after. */
function compareCharacters(f: FunctionGenerator, operator: Relation, first: Value, second: Value): Instruction {
  const name = `i32.${INTEGER_COMPARISONS[operator]}` as const;
  const isPlain = comesBeforeSurrogates(first) || comesBeforeSurrogates(second);
  const order = (code: Instruction): Instruction => (isPlain ? code : characterOrder(f.program.runtime, code));
  if (((first.kinds | second.kinds) & UNDEFINED) === 0) return op(name, order(first.code), order(second.code));
  const a = createLocal("left", "i32");
  const b = createLocal("right", "i32");
  const present = ({ kinds }: Value, local: Local): Instruction[] =>
    kinds & UNDEFINED ? [op("i32.ne", localGet(local), i32(UNDEFINED_CHARACTER))] : [];
  const tests = [op(name, order(localGet(a)), order(localGet(b))), ...present(first, a), ...present(second, b)];
  return block(createLabel("compare"), "i32", [
    localSet(a, first.code),
    localSet(b, second.code),
    tests.reduce((one, other) => op("i32.and", one, other)),
  ]);
}

/** A constant that is before every surrogate, so that the other side may be compared by its code point. */
function comesBeforeSurrogates({ code }: Value): boolean {
  return code.kind === "i32" && code.value < 0xd800;
}

function compareMixed(f: FunctionGenerator, operator: Relation, first: Value, second: Value): Instruction {
  const a = createLocal("left", valueType(first.representation));
  const b = createLocal("right", valueType(second.representation));
  const left: Value = { ...first, code: localGet(a) };
  const right: Value = { ...second, code: localGet(b) };
  const text = (value: Value): Value => ({ ...value, kinds: STRING });
  return block(createLabel("compare"), "i32", [
    localSet(a, first.code),
    localSet(b, second.code),
    ifElse(
      op("i32.and", isKind(f, left, STRING), isKind(f, right, STRING)),
      [compare(f, operator, text(left), text(right))],
      [op(FLOAT_COMPARISONS[operator], toNumber(f, left), toNumber(f, right))],
      "i32",
    ),
  ]);
}
