import type { Instruction, Local, ValueType } from "../../wasm/index.ts";
import { block, call, createLabel, createLocal, f64, i32, ifElse, localGet, localSet, op } from "../../wasm/index.ts";
import { NUMBER, STRING, UNDEFINED, kindsOf, objectsOf } from "../infer/index.ts";
import type { Expression, ExpressionOf } from "../ir/index.ts";
import { undefinedAs } from "./coerce.ts";
import { toIndex } from "./expressions/numbers.ts";
import type { FunctionGenerator } from "./function-generator.ts";
import {
  CHARACTER_REPRESENTATION,
  EMPTY_CHARACTER,
  EXTERN_REPRESENTATION,
  NUMBER_REPRESENTATION,
  UNDEFINED_CHARACTER,
  isWhole,
  valueType,
} from "./representation.ts";
import { textOfUnit } from "./text-functions.ts";

/** An expression that gives the same string as long as nobody assigns what it reads: a variable, or a field of the receiver. */
export type SteadyText = ExpressionOf<"get"> | ExpressionOf<"property">;

/** A string of which the loop that is being written reads units, and a local with what they are read from. */
export interface ScannedText {
  text: SteadyText;
  prepared: Local;
}

/** An expression that reads units of a string. */
export type UnitRead = ExpressionOf<"element"> | ExpressionOf<"callMethod">;

const METHODS: ReadonlySet<string> = new Set(["charCodeAt", "charAt", "codePointAt"]);

/** Whether an expression reads a unit of a string by its index. */
export function isUnitRead(f: FunctionGenerator, expression: Expression): expression is UnitRead {
  if (expression.op === "element") return isOnly(f, expression.object, STRING) && isOnly(f, expression.key, NUMBER);
  if (expression.op !== "callMethod" || !METHODS.has(expression.name)) return false;
  const [index] = expression.arguments;
  if (expression.arguments.length !== 1 || !index || index.spread || !isOnly(f, index.value, NUMBER)) return false;
  return isWhole(f.representation(index.value)) && isOnly(f, expression.object, STRING);
}

function isOnly(f: FunctionGenerator, expression: Expression, kind: number): boolean {
  const node = f.node(expression);
  return node !== undefined && kindsOf(node) === kind && objectsOf(node).length === 0;
}

/** The variable or field that a string comes from. */
export function steadyText(expression: Expression): SteadyText | undefined {
  if (expression.op === "narrow") return steadyText(expression.value);
  if (expression.op === "get") return expression;
  const isField = expression.op === "property" && isReceiver(expression.object);
  return isField ? expression : undefined;
}

function isReceiver(expression: Expression): boolean {
  return expression.op === "get" && expression.variable.kind === "this";
}

/** Whether two expressions read the same variable or field. */
export function isSameText(first: SteadyText, second: SteadyText): boolean {
  if (first.op === "get") return second.op === "get" && first.variable === second.variable;
  if (second.op === "get" || first.name !== second.name) return false;
  return first.object.op === "get" && second.object.op === "get" && first.object.variable === second.object.variable;
}

/** Reads a unit of a string that the loop around has prepared; `undefined` if it has not. */
export function readScanned(f: FunctionGenerator, expression: UnitRead): Instruction | undefined {
  const text = f.scanned.length > 0 && isUnitRead(f, expression) ? steadyText(expression.object) : undefined;
  const found = text && f.scanned.find((other) => isSameText(other.text, text));
  if (!found) return undefined;
  const { imports, runtime } = f.program;
  const wanted = f.representation(expression);
  const index = createLocal("index", "i32");
  const key = expression.op === "element" ? expression.key : expression.arguments[0]!.value;
  const choose = (type: ValueType, unit: (read: Instruction) => Instruction, otherwise: Instruction): Instruction => {
    const length = call(imports.string("length"), f.valueAs(expression.object, EXTERN_REPRESENTATION));
    return block(createLabel("unit"), type, [
      localSet(index, toIndex(f, key)),
      ifElse(
        op("i32.lt_u", localGet(index), length),
        [unit(call(imports.string("charCodeAt"), localGet(found.prepared), localGet(index)))],
        [otherwise],
        type,
      ),
    ]);
  };
  const plain = (read: Instruction): Instruction => read;
  const toNumber = (read: Instruction): Instruction => op("f64.convert_i32_u", read);
  if (expression.op === "element") {
    if (wanted.type === "character") return choose("i32", plain, i32(UNDEFINED_CHARACTER));
    const type = valueType(EXTERN_REPRESENTATION);
    const code = choose(type, (read) => textOfUnit(runtime, read), undefinedAs(EXTERN_REPRESENTATION));
    return f.convert({ code, representation: EXTERN_REPRESENTATION, kinds: STRING | UNDEFINED }, wanted);
  }
  switch (expression.name) {
    case "charAt": {
      const code = choose("i32", plain, i32(EMPTY_CHARACTER));
      return f.convert({ code, representation: CHARACTER_REPRESENTATION, kinds: STRING }, wanted);
    }
    case "charCodeAt": {
      const code = choose("f64", toNumber, f64(Number.NaN));
      return f.convert({ code, representation: NUMBER_REPRESENTATION, kinds: NUMBER }, wanted);
    }
    default: {
      const point = (read: Instruction): Instruction => toNumber(pointOf(f, read, found.prepared, index));
      const code = choose("f64", point, undefinedAs(NUMBER_REPRESENTATION));
      return f.convert({ code, representation: NUMBER_REPRESENTATION, kinds: NUMBER | UNDEFINED }, wanted);
    }
  }
}

/** The code point that begins with a unit: the unit itself, unless it is the first half of a surrogate pair. */
export function pointOf(f: FunctionGenerator, read: Instruction, text: Local, index: Local): Instruction {
  const unit = createLocal("unit", "i32");
  return block(createLabel("point"), "i32", [
    localSet(unit, read),
    ifElse(
      op("i32.eq", op("i32.and", localGet(unit), i32(0xfc00)), i32(0xd800)),
      [call(f.program.imports.string("codePointAt"), localGet(text), localGet(index))],
      [localGet(unit)],
      "i32",
    ),
  ]);
}
