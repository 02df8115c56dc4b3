import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  call,
  createLabel,
  createLocal,
  drop,
  eqref,
  ifElse,
  localGet,
  localSet,
  op,
  refCast,
} from "../../../wasm/index.ts";
import type { FlowNode, Kinds } from "../../infer/index.ts";
import {
  BIGINT,
  HOST,
  NULL,
  NULLISH,
  NUMBER,
  STRING,
  SYMBOL,
  kindsOf,
  needsLooseEquality,
  objectsOf,
  siteOf,
} from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import { strictEquals } from "../any-tests.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import {
  ANY_REPRESENTATION,
  BIGINT_REPRESENTATION,
  EXTERN_REPRESENTATION,
  BOOLEAN_REPRESENTATION,
  NUMBER_REPRESENTATION,
  valueType,
} from "../representation.ts";
import { isWordBigint, readAlike } from "../bigint-words.ts";
import { bigintsEqual } from "../bigints.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import { wholePair } from "./whole-numbers.ts";
import { isKind, isNullish } from "./tests.ts";

/** `===`, `!==`, `==` and `!=`. */
export function generateEquality(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { left, right, operator } = expression;
  const nodes: [FlowNode | undefined, FlowNode | undefined] = [f.node(left), f.node(right)];
  const loose = operator === "==" || operator === "!=";
  const equal = loose
    ? looseEquality(f, expression, nodes)
    : strictEquality(f, f.value(left), nodes[0], f.value(right), nodes[1]);
  return operator === "!==" || operator === "!=" ? op("i32.eqz", equal) : equal;
}

function looseEquality(
  f: FunctionGenerator,
  expression: ExpressionOf<"binary">,
  [leftNode, rightNode]: [FlowNode | undefined, FlowNode | undefined],
): Instruction {
  const { left, right } = expression;
  if (leftNode && rightNode && needsLooseEquality(leftNode, rightNode)) {
    const target = targetsOf(f, siteOf(expression, "loose"))[0];
    if (target) {
      const args = [left, right].map((side) => ({ value: () => f.value(side), spreads: undefined }));
      return f.convert(callInstance(f, target.instance, { arguments: args }), BOOLEAN_REPRESENTATION);
    }
  }
  const first = f.value(left);
  const second = f.value(right);
  if (right.op === "null" || right.op === "undefined") return isNullish(f, first);
  if (left.op === "null" || left.op === "undefined") return isNullish(f, second);
  if ((first.kinds & NULLISH) === 0 || (second.kinds & NULLISH) === 0) {
    return strictEquality(f, first, leftNode, second, rightNode);
  }
  const a = createLocal("left", valueType(first.representation));
  const b = createLocal("right", valueType(second.representation));
  const again: [Value, Value] = [
    { ...first, code: localGet(a) },
    { ...second, code: localGet(b) },
  ];
  return block(createLabel("equal"), "i32", [
    localSet(a, first.code),
    localSet(b, second.code),
    ifElse(
      isNullish(f, again[0]),
      [isNullish(f, again[1])],
      [strictEquality(f, again[0], leftNode, again[1], rightNode)],
      "i32",
    ),
  ]);
}

/** Whether two values are strictly equal. */
export function strictEquality(
  f: FunctionGenerator,
  left: Value,
  leftNode: FlowNode | undefined,
  right: Value,
  rightNode: FlowNode | undefined,
): Instruction {
  const first = left.representation.type;
  const second = right.representation.type;
  if (right.code.kind === "null" && left.kinds & NULLISH) return isKind(f, left, onlyKind(right.kinds));
  if (isUndefinedOrNull(right.kinds) && (!rightNode || objectsOf(rightNode).length === 0)) {
    return inOrder(f, left, right, isKindAfter(f, left, right));
  }
  const pair = wholePair(f, left, right);
  if (pair) return op(`${pair.type}.eq`, pair.left, pair.right);
  if (isNumeric(first) && isNumeric(second)) return numberEquality(f, left, right);
  if (first === "character" && second === "character") return op("i32.eq", left.code, right.code);
  if (first === "boolean" && second === "boolean") return op("i32.eq", left.code, right.code);
  if (first === "reference" && second === "reference") return op("ref.eq", left.code, right.code);
  if (isBigint(first) && isBigint(second)) return bigintEquality(f, left, right);
  if (first === "extern" && second === "extern") return externEquality(f, left, right);
  if (isText(first, left) && isText(second, right)) {
    return strictEquality(f, asText(f, left), leftNode, asText(f, right), rightNode);
  }
  if (leftNode && rightNode && onlyObjects(leftNode) && onlyObjects(rightNode)) {
    return op("ref.eq", refCast(eqref, left.code), refCast(eqref, right.code));
  }
  return viaAny(f, left, right);
}

function isBigint(type: string): boolean {
  return type === "bigint" || type === "word";
}

function bigintEquality(f: FunctionGenerator, left: Value, right: Value): Instruction {
  const { runtime } = f.program;
  const [a, b] = [left.representation, right.representation];
  if (a.type === "word" && b.type === "word" && readAlike(a.read, b.read)) return op("i64.eq", left.code, right.code);
  // A constant may as well come second.
  if (left.code.kind === "i64" && right.code.kind !== "i64") return bigintEquality(f, right, left);
  const first = f.convert(left, BIGINT_REPRESENTATION);
  if (b.type === "word" && b.read !== "unsigned") return isWordBigint(runtime, first, right.code);
  return bigintsEqual(runtime, first, f.convert(right, BIGINT_REPRESENTATION));
}

function isNumeric(type: string): boolean {
  return type === "integer" || type === "long" || type === "number";
}

/** Whether a value is a character, or a string or other value beside one. */
function isText(type: string, { kinds }: Value): boolean {
  return type === "character" || (type === "extern" && (kinds & NULL) === 0);
}

function asText(f: FunctionGenerator, value: Value): Value {
  return { ...value, code: f.convert(value, EXTERN_REPRESENTATION), representation: EXTERN_REPRESENTATION };
}

/** Equality of doubles, of which those that stand for `undefined` and `null` are NaNs: equal if their bits are. */
function numberEquality(f: FunctionGenerator, left: Value, right: Value): Instruction {
  const first = f.convert(left, NUMBER_REPRESENTATION);
  const second = f.convert(right, NUMBER_REPRESENTATION);
  if ((left.kinds & right.kinds & NULLISH) === 0) return op("f64.eq", first, second);
  const a = createLocal("left", "f64");
  const b = createLocal("right", "f64");
  const again: Value = { code: localGet(a), representation: NUMBER_REPRESENTATION, kinds: left.kinds };
  const sameBits = op("i64.eq", op("i64.reinterpret_f64", localGet(a)), op("i64.reinterpret_f64", localGet(b)));
  return block(createLabel("equal"), "i32", [
    localSet(a, first),
    localSet(b, second),
    op(
      "i32.or",
      op("f64.eq", localGet(a), localGet(b)),
      op("i32.and", sameBits, op("i32.eqz", isKind(f, again, NUMBER))),
    ),
  ]);
}

function onlyObjects(node: FlowNode): boolean {
  return objectsOf(node).length > 0 && (kindsOf(node) & ~NULLISH) === 0;
}

function onlyKind(kinds: Kinds): Kinds {
  return kinds & NULLISH;
}

function isUndefinedOrNull(kinds: Kinds): boolean {
  return kinds === 1 || kinds === 2;
}

function isKindAfter(f: FunctionGenerator, left: Value, right: Value): Instruction {
  return isKind(f, left, right.kinds);
}

/** Runs the right side too, where it does anything. */
function inOrder(_f: FunctionGenerator, _left: Value, right: Value, test: Instruction): Instruction {
  if (right.code.operands.length === 0 && right.code.kind !== "block") return test;
  const result = createLocal("equal", "i32");
  return block(createLabel("equal"), "i32", [localSet(result, test), drop(right.code), localGet(result)]);
}

function externEquality(f: FunctionGenerator, left: Value, right: Value): Instruction {
  const { imports } = f.program;
  const kinds = left.kinds | right.kinds;
  const present = kinds & (STRING | BIGINT | SYMBOL | HOST);
  const compare = (a: Instruction, b: Instruction): Instruction => {
    if (present === STRING) return call(imports.string("equals"), a, b);
    return call(imports.javascript("host_equals"), a, b);
  };
  if ((kinds & NULLISH) === 0 || present === STRING) return compare(left.code, right.code);
  return viaAny(f, left, right);
}

function viaAny(f: FunctionGenerator, left: Value, right: Value): Instruction {
  return strictEquals(f.program.runtime, f.convert(left, ANY_REPRESENTATION), f.convert(right, ANY_REPRESENTATION));
}
