import type { Instruction } from "../../../wasm/index.ts";
import { call, i32 } from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode } from "../../infer/index.ts";
import { NUMBER, STRING, constantKey, isIndexed, kindsOf, objectsOf, siteOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { ArrayIndex } from "../array-index.ts";
import { toIndex, toWideIndex, wholeToWideIndex } from "../number-functions.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import {
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  LONG_REPRESENTATION,
  NUMBER_REPRESENTATION,
} from "../representation.ts";
import { fail, presentOr, writtenOwner } from "./failures.ts";
import { textOf } from "./text.ts";
import { indexOfLong } from "./whole-numbers.ts";

/** The key of an element, evaluated once. */
export interface Key {
  expression: Expression;
  value: Value;
  /** As an i32, below zero if it is no index. */
  index(): Instruction;
  /** In the way that costs least where it is compared with a length. */
  arrayIndex(): ArrayIndex;
  text(): Instruction;
}

/** The key that an expression is, of which the value has been put aside. */
export function keyOf(f: FunctionGenerator, expression: Expression, key: Expression, value: Value): Key {
  const held = value.representation.type;
  const index = (): Instruction => {
    if (key.op === "number") return i32(Number.isInteger(key.value) && key.value >= 0 ? key.value : -1);
    if (held === "integer") return value.code;
    if (held === "long") return indexOfLong(value.code);
    if (held === "number") return toIndex(f.program.runtime, value.code);
    return toIndex(
      f.program.runtime,
      held === "any" && (value.kinds & STRING) === 0
        ? f.convert(value, NUMBER_REPRESENTATION)
        : call(f.program.imports.javascript("number_parse"), textOf(f, value, siteOf(expression, "key"))),
    );
  };
  return {
    expression: key,
    value,
    index,
    arrayIndex: () => {
      if (key.op === "number" || (held !== "long" && held !== "number")) return { type: "i32", code: index() };
      if (held === "long") return { type: "i64", code: value.code };
      const range = f.node(key) && f.program.layouts.range(f.node(key)!);
      const isWhole = range !== undefined && range.whole;
      return { type: "i64", code: isWhole ? wholeToWideIndex(value.code) : toWideIndex(f.program.runtime, value.code) };
    },
    text: () => textOf(f, value, siteOf(expression, "key")),
  };
}
/** The property that a key always names, if it is no index of an object that has elements. */
export function nameOf(f: FunctionGenerator, target: AbstractObject, { expression }: Key): string | undefined {
  if (expression.op === "number" && isIndexed(f.program.analysis, target)) return undefined;
  return constantKey(f.generated.instance, expression);
}

/** The key as a property's name. */
export function textKey(key: Key): Value {
  return { code: key.text(), representation: EXTERN_REPRESENTATION, kinds: STRING };
}

/** The key as an index. */
export function numberKey(key: Key): Value {
  const { type, code } = key.arrayIndex();
  return { code, representation: type === "i32" ? INTEGER_REPRESENTATION : LONG_REPRESENTATION, kinds: NUMBER };
}
/** A value whose element is read. */
export function readElementOwner(f: FunctionGenerator, value: Value, key: Key): Value {
  return presentOr(f, value, failAt(f, "throwReading", key));
}

/** A value whose element is set. */
export function writtenElementOwner(f: FunctionGenerator, value: Value, node: FlowNode, key: Key): Value {
  return writtenOwner(f, value, node, () => textKey(key), failAt(f, "throwSetting", key));
}

function failAt(
  f: FunctionGenerator,
  failure: "throwReading" | "throwSetting",
  key: Key,
): (isNull: Value) => Instruction[] {
  const held = key.value.representation.type;
  const isNumber = held === "integer" || held === "long" || (held === "number" && key.value.kinds === NUMBER);
  return (isNull) => (isNumber ? fail(f, `${failure}At`, isNull, key.value) : fail(f, failure, isNull, textKey(key)));
}

/** The key as a number, if it never is anything else. */
export function plainNumberKey(f: FunctionGenerator, key: Key): Value | undefined {
  const node = f.node(key.expression);
  return node && kindsOf(node) === NUMBER && objectsOf(node).length === 0 ? key.value : undefined;
}
