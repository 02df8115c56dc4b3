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
  localSet,
  op,
} from "../../../wasm/index.ts";
import type { Kinds } from "../../infer/index.ts";
import {
  BIGINT,
  NUMBER,
  STRING,
  UNDEFINED,
  constantKey,
  isDictionary,
  kindsOf,
  lookUpMethod,
  objectsOf,
  siteKey,
} from "../../infer/index.ts";
import type { BinaryOperator, ExpressionOf } from "../../ir/index.ts";
import { lengthOf } from "../arrays.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import {
  BOOLEAN_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  NUMBER_REPRESENTATION,
  reference,
  valueType,
} from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { generateEquality } from "./equality.ts";
import { primitive, toInt32, toNumber } from "./numbers.ts";
import { generateTest, isKind, isNullish, isObjectOf } from "./tests.ts";
import { textOf } from "./text.ts";
import { typeOf } from "./type-of.ts";

/** A unary operator. */
export function generateUnary(f: FunctionGenerator, expression: ExpressionOf<"unary">): Instruction {
  const { operator, operand } = expression;
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
  const key = siteKey(expression, "number");
  if (operator === "~" && wanted.type !== "extern") {
    const inverted = op("i32.xor", toInt32(f, operand, key), i32(-1));
    return f.convert({ code: inverted, representation: INTEGER_REPRESENTATION, kinds: NUMBER }, wanted);
  }
  const value = primitive(f, operand, key);
  if (wanted.type === "extern") return bigintUnary(f, operator, value.code);
  if (wanted.type === "integer" && value.representation.type === "integer") {
    if (operator === "increment") return op("i32.add", value.code, i32(1));
    if (operator === "decrement") return op("i32.sub", value.code, i32(1));
    if (operator === "-") return op("i32.sub", i32(0), value.code);
    return value.code;
  }
  const number = toNumber(f, value);
  return f.convert(
    { code: numericUnary(operator, number, value), representation: NUMBER_REPRESENTATION, kinds: NUMBER },
    wanted,
  );
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

function bigintUnary(f: FunctionGenerator, operator: string, code: Instruction): Instruction {
  const { imports } = f.program;
  const one = (): Instruction => f.bigint(1n);
  if (operator === "-") return call(imports.javascript("bigint_negate"), code);
  if (operator === "~") return call(imports.javascript("bigint_not"), code);
  if (operator === "increment") return call(imports.javascript("bigint_add"), code, one());
  if (operator === "decrement") return call(imports.javascript("bigint_subtract"), code, one());
  return code;
}

const FLOAT_OPERATORS = { "+": "f64.add", "-": "f64.sub", "*": "f64.mul", "/": "f64.div" } as const;
const INTEGER_OPERATORS = {
  "&": "i32.and",
  "|": "i32.or",
  "^": "i32.xor",
  "<<": "i32.shl",
  ">>": "i32.shr_s",
  ">>>": "i32.shr_u",
} as const;
const SMALL_INTEGER_OPERATORS = { "+": "i32.add", "-": "i32.sub", "*": "i32.mul" } as const;
const FLOAT_COMPARISONS = { "<": "f64.lt", "<=": "f64.le", ">": "f64.gt", ">=": "f64.ge" } as const;
const INTEGER_COMPARISONS = { "<": "i32.lt_s", "<=": "i32.le_s", ">": "i32.gt_s", ">=": "i32.ge_s" } as const;
const BIGINT_FUNCTIONS: Readonly<Record<string, string>> = {
  "+": "bigint_add",
  "-": "bigint_subtract",
  "*": "bigint_multiply",
  "/": "bigint_divide",
  "%": "bigint_remainder",
  "**": "bigint_power",
  "&": "bigint_and",
  "|": "bigint_or",
  "^": "bigint_xor",
  "<<": "bigint_shiftLeft",
  ">>": "bigint_shiftRight",
};

/** A binary operator. */
export function generateBinary(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { operator } = expression;
  if (!f.hasValue(expression.left)) return f.value(expression.left).code;
  switch (operator) {
    case "===":
    case "!==":
    case "==":
    case "!=":
      return generateEquality(f, expression);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return generateComparison(f, expression, operator);
    case "instanceof":
      return generateInstanceOf(f, expression);
    case "in":
      return generateIn(f, expression);
    default:
      return generateArithmetic(f, expression);
  }
}

function generateArithmetic(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { operator, left, right } = expression;
  const wanted = f.representation(expression);
  const leftKey = siteKey(expression, "left");
  const rightKey = siteKey(expression, "right");
  if (operator in INTEGER_OPERATORS && wanted.type !== "extern" && wanted.type !== "any") {
    const name = operator as keyof typeof INTEGER_OPERATORS;
    const code = op(INTEGER_OPERATORS[name], toInt32(f, left, leftKey), toInt32(f, right, rightKey));
    if (operator === ">>>") {
      return wanted.type === "integer" ? code : op("f64.convert_i32_u", code);
    }
    return f.convert({ code, representation: INTEGER_REPRESENTATION, kinds: NUMBER }, wanted);
  }
  const first = primitive(f, left, leftKey);
  const second = primitive(f, right, rightKey);
  return combine(f, operator, first, second, f.node(expression) ? kindsOf(f.node(expression)!) : 0, wanted);
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
  if (
    wanted.type === "integer" &&
    first.representation.type === "integer" &&
    second.representation.type === "integer"
  ) {
    const name = operator as keyof typeof SMALL_INTEGER_OPERATORS;
    if (SMALL_INTEGER_OPERATORS[name]) return op(SMALL_INTEGER_OPERATORS[name], first.code, second.code);
    if (operator === "%") return op("i32.rem_s", first.code, second.code);
  }
  if (kinds === STRING) {
    return f.convert(
      {
        code: call(imports.string("concat"), textOf(f, first, ""), textOf(f, second, "")),
        representation: EXTERN_REPRESENTATION,
        kinds: STRING,
      },
      wanted,
    );
  }
  if (kinds === BIGINT) {
    const name = BIGINT_FUNCTIONS[operator];
    if (!name) return { kind: "plain", op: "unreachable", operands: [] };
    const code = call(
      imports.javascript(name),
      f.convert(first, EXTERN_REPRESENTATION),
      f.convert(second, EXTERN_REPRESENTATION),
    );
    return f.convert({ code, representation: EXTERN_REPRESENTATION, kinds: BIGINT }, wanted);
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
  if (operator === "%") return runtime.remainder(a, b);
  if (operator === "**") {
    if (b.kind === "float" && b.value === 2) {
      const local = createLocal("base", "f64");
      return block(createLabel("square"), "f64", [localSet(local, a), op("f64.mul", localGet(local), localGet(local))]);
    }
    return call(imports.javascript("math_pow"), a, b);
  }
  const integers = INTEGER_OPERATORS[operator as keyof typeof INTEGER_OPERATORS];
  if (!integers) throw new Error(`${operator} is no arithmetic operator`);
  const code = op(integers, runtime.toInt32(a), runtime.toInt32(b));
  return op(operator === ">>>" ? "f64.convert_i32_u" : "f64.convert_i32_s", code);
}

type Relation = keyof typeof FLOAT_COMPARISONS;

function generateComparison(f: FunctionGenerator, expression: ExpressionOf<"binary">, operator: Relation): Instruction {
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

function generateInstanceOf(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { left, right } = expression;
  const classes = f.node(right) ? objectsOf(f.node(right)!).filter((object) => object.type === "class") : [];
  const node = f.node(left)!;
  const value = f.value(left);
  const matching = objectsOf(node).filter((object) => {
    const className = classes.find(({ definition }) => definition.library)?.definition.name;
    if (object.type === "array") return className === "Array" || className === "Object";
    if (object.type === "function" || object.type === "hostFunction" || object.type === "class") {
      return className === "Function" || className === "Object";
    }
    if (className === "Object") return true;
    if (object.type !== "instance") return false;
    for (let at: typeof object.class | undefined = object.class; at; at = at.base) {
      if (classes.some(({ definition }) => definition === at?.definition)) return true;
    }
    return false;
  });
  if (matching.length === 0) return block(createLabel("instanceof"), "i32", [drop(value.code), i32(0)]);
  const others = objectsOf(node).length - matching.length + (kindsOf(node) === 0 ? 0 : 1);
  if (others === 0) return block(createLabel("instanceof"), "i32", [drop(value.code), i32(1)]);
  if (value.representation.type === "reference" && objectsOf(node).length === matching.length) {
    return op("i32.eqz", op("ref.is_null", value.code));
  }
  return instanceTest(f, value, matching, objectsOf(node));
}

/** Tests for structs; one that others extend which do not match needs those excluded. */
function instanceTest(
  f: FunctionGenerator,
  value: Value,
  matching: ReturnType<typeof objectsOf>,
  all: ReturnType<typeof objectsOf>,
): Instruction {
  const { layouts } = f.program;
  const local = createLocal("tested", valueType(value.representation));
  const again: Value = { ...value, code: localGet(local) };
  const others = all.filter((object) => !matching.includes(object));
  const hidden = others.filter((object) => matching.some((match) => layouts.isBelow(object, match)));
  const test = isObjectOf(f, again, matching);
  const exact = hidden.length === 0 ? test : op("i32.and", test, op("i32.eqz", isObjectOf(f, again, hidden)));
  return block(createLabel("instanceof"), "i32", [localSet(local, value.code), exact]);
}

function generateIn(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { left, right } = expression;
  const key = f.value(left);
  const node = f.node(right)!;
  const local = createLocal("key", valueType(key.representation));
  const again: Value = { ...key, code: localGet(local) };
  const name = constantKey(left);
  const text = (): Value => ({
    code: textOf(f, again, ""),
    representation: EXTERN_REPRESENTATION,
    kinds: STRING,
  });
  const cases = objectsOf(node).map((target): DispatchCase => ({
    objects: [target],
    kind: 0,
    code: (value) => {
      const has = targetsOf(f, siteKey(expression, "has")).find(({ on }) => on === target);
      if (isDictionary(target) && has) {
        const args = [{ value: text, spreads: undefined }];
        return f.convert(callInstance(f, has.instance, { receiver: value, arguments: args }), BOOLEAN_REPRESENTATION);
      }
      if (target.type === "array") {
        const layout = f.program.layouts.array(target);
        const index = f.program.runtime.toIndex(toNumber(f, again));
        return op("i32.lt_u", index, lengthOf(layout, f.convert(value, reference(layout.struct))));
      }
      if (target.type !== "instance" && target.type !== "shape")
        return block(createLabel("in"), "i32", [drop(value.code), i32(0)]);
      if (name === undefined) {
        return f.program.dynamic.has(
          target,
          f.convert(value, reference(f.program.layouts.struct(target))),
          text().code,
        );
      }
      return hasProperty(f, value, target, name);
    },
  }));
  return block(createLabel("in"), "i32", [
    localSet(local, key.code),
    dispatch(f, f.value(right), cases, BOOLEAN_REPRESENTATION),
  ]);
}

function hasProperty(
  f: FunctionGenerator,
  value: Value,
  target: Extract<DispatchCase["objects"][number], { type: "instance" | "shape" }>,
  name: string,
): Instruction {
  const { layouts, analysis } = f.program;
  const constant = (result: 0 | 1): Instruction => block(createLabel("in"), "i32", [drop(value.code), i32(result)]);
  if (lookUpMethod(analysis, target, name, "method") || lookUpMethod(analysis, target, name, "get")) return constant(1);
  const place = layouts.field(target, name);
  if (!place) return constant(0);
  const always = target.type === "instance" || target.orders.every((names) => names.includes(name));
  if (always) return constant(1);
  const struct = layouts.struct(target);
  const read = f.valueOf(
    {
      kind: "field",
      op: "struct.get",
      operands: [f.convert(value, reference(struct))],
      type: struct,
      field: place.index,
    },
    place.node,
  );
  return op("i32.eqz", isKind(f, { ...read, kinds: read.kinds | UNDEFINED }, UNDEFINED));
}
