import type { Instruction } from "../../../wasm/index.ts";
import { block, call, createLabel, createLocal, i32, ifElse, localGet, localSet, op } from "../../../wasm/index.ts";
import type { Kinds } from "../../infer/index.ts";
import { BIGINT, STRING, siteKey } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { EXTERN_REPRESENTATION, valueType } from "../representation.ts";
import { primitive, toNumber } from "./numbers.ts";
import { isKind } from "./tests.ts";

const FLOAT_COMPARISONS = { "<": "f64.lt", "<=": "f64.le", ">": "f64.gt", ">=": "f64.ge" } as const;
const INTEGER_COMPARISONS = { "<": "i32.lt_s", "<=": "i32.le_s", ">": "i32.gt_s", ">=": "i32.ge_s" } as const;
type Relation = keyof typeof FLOAT_COMPARISONS;

/** Which of two values comes first. */
export function generateComparison(
  f: FunctionGenerator,
  expression: ExpressionOf<"binary">,
  operator: Relation,
): Instruction {
  const first = primitive(f, expression.left, siteKey(expression, "left"));
  const second = primitive(f, expression.right, siteKey(expression, "right"));
  return compare(f, operator, first, second);
}

function compare(f: FunctionGenerator, operator: Relation, first: Value, second: Value): Instruction {
  const { imports } = f.program;
  if (first.representation.type === "integer" && second.representation.type === "integer") {
    return op(INTEGER_COMPARISONS[operator], first.code, second.code);
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
    return op(INTEGER_COMPARISONS[operator], order, i32(0));
  }
  if (first.kinds === BIGINT && second.kinds === BIGINT) {
    const order = call(
      imports.javascript("bigint_compare"),
      f.convert(first, EXTERN_REPRESENTATION),
      f.convert(second, EXTERN_REPRESENTATION),
    );
    return op(INTEGER_COMPARISONS[operator], order, i32(0));
  }
  return compareMixed(f, operator, first, second);
}

function compareMixed(f: FunctionGenerator, operator: Relation, first: Value, second: Value): Instruction {
  const a = createLocal("left", valueType(first.representation));
  const b = createLocal("right", valueType(second.representation));
  const left: Value = { ...first, code: localGet(a) };
  const right: Value = { ...second, code: localGet(b) };
  const restrict = (value: Value, only: Kinds): Value => ({ ...value, kinds: value.kinds & only });
  const numeric = ~(STRING | BIGINT);
  let rest: Instruction = op(
    FLOAT_COMPARISONS[operator],
    bigintAsNumber(f, left, numeric | STRING),
    bigintAsNumber(f, right, numeric | STRING),
  );
  if (left.kinds & STRING && right.kinds & STRING) {
    const both = op("i32.and", isKind(f, left, STRING), isKind(f, right, STRING));
    rest = ifElse(both, [compare(f, operator, restrict(left, STRING), restrict(right, STRING))], [rest], "i32");
  }
  if (left.kinds & BIGINT && right.kinds & BIGINT) {
    const both = op("i32.and", isKind(f, left, BIGINT), isKind(f, right, BIGINT));
    rest = ifElse(both, [compare(f, operator, restrict(left, BIGINT), restrict(right, BIGINT))], [rest], "i32");
  }
  return block(createLabel("compare"), "i32", [localSet(a, first.code), localSet(b, second.code), rest]);
}

/** A value as a number where it may be a bigint; exact up to 2⁵³. */
function bigintAsNumber(f: FunctionGenerator, value: Value, others: Kinds): Instruction {
  const rest = (): Instruction => toNumber(f, { ...value, kinds: value.kinds & others });
  if ((value.kinds & BIGINT) === 0) return rest();
  const convert = call(f.program.imports.javascript("bigint_toNumber"), f.convert(value, EXTERN_REPRESENTATION));
  if (value.kinds === BIGINT) return convert;
  return ifElse(isKind(f, value, BIGINT), [convert], [rest()], "f64");
}
