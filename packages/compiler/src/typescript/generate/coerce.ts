import type { Instruction, UnaryOpcode } from "../../wasm/index.ts";
import {
  block,
  createLabel,
  drop,
  f64,
  f64Bits,
  i32,
  i64,
  ifElse,
  nullValue,
  op,
  refCast,
  refNull,
  unreachable,
} from "../../wasm/index.ts";
import type { Kinds } from "../infer/index.ts";
import { NULL, NULLISH } from "../infer/index.ts";
import { bigintOfWord, hostBigintOfWord, wordOfBigint, wordOfHost } from "./bigint-words.ts";
import { bigintOfHost, hostBigint } from "./bigints.ts";
import type { Representation } from "./representation.ts";
import {
  NULL_BITS,
  NULL_BOOLEAN,
  UNDEFINED_BITS,
  UNDEFINED_BOOLEAN,
  UNDEFINED_CHARACTER,
  sameRepresentation,
  valueType,
} from "./representation.ts";
import type { Runtime } from "./runtime.ts";
import { extendsStruct } from "./struct-types.ts";
import { characterOfText, characterText } from "./text-functions.ts";

/** An instruction that leaves a value, how it holds it, and what kinds it can be besides objects. */
export interface Value {
  code: Instruction;
  representation: Representation;
  kinds: Kinds;
}

/** `undefined`, held in one way. */
export function undefinedAs(representation: Representation): Instruction {
  switch (representation.type) {
    case "number":
      return f64Bits(UNDEFINED_BITS);
    case "integer":
      return i32(0);
    case "long":
    case "word":
      return i64(0n);
    case "boolean":
      return i32(UNDEFINED_BOOLEAN);
    case "character":
      return i32(UNDEFINED_CHARACTER);
    case "extern":
      return nullValue("noextern");
    case "bigint":
    case "reference":
    case "any":
      return nullValue("none");
  }
}

/** `null`, held in one way. */
export function nullAs(runtime: Runtime, representation: Representation): Instruction {
  switch (representation.type) {
    case "number":
      return f64Bits(NULL_BITS);
    case "boolean":
      return i32(NULL_BOOLEAN);
    case "any":
      return runtime.specialValue(NULL_BOOLEAN);
    default:
      return undefinedAs(representation);
  }
}

const CONVERSIONS = {
  "integer number": "f64.convert_i32_s",
  "integer long": "i64.extend_i32_s",
  "long number": "f64.convert_i64_s",
  "long integer": "i32.wrap_i64",
  "number integer": "i32.trunc_sat_f64_s",
  "number long": "i64.trunc_sat_f64_s",
} as Readonly<Record<string, UnaryOpcode | undefined>>;

/** The same value, held in another way. What cannot be in the program traps. */
export function coerce(runtime: Runtime, value: Value, to: Representation): Instruction {
  const { code, representation: from, kinds } = value;
  if (sameRepresentation(from, to)) return code;
  if (to.type === "any") return toAny(runtime, code, from, kinds);
  if (from.type === "any") return code.kind === "null" ? undefinedAs(to) : fromAny(runtime, code, to);
  if (code.kind === "i32" && from.type === "integer") {
    if (to.type === "number") return f64(code.value);
    if (to.type === "long") return i64(BigInt(code.value));
  }
  if (from.type === "number" && to.type === "integer" && to.modular) return truncated(code);
  const conversion = CONVERSIONS[`${from.type} ${to.type}`];
  if (conversion) return op(conversion, code);
  if (from.type === "extern" && to.type === "extern") return code;
  if (from.type === "character" && to.type === "extern") return characterText(runtime, code, (kinds & NULLISH) === 0);
  if (from.type === "extern" && to.type === "character") return characterOfText(runtime, code);
  if (from.type === "word") {
    if (to.type === "word") return code;
    if (to.type === "bigint") return bigintOfWord(runtime, code, from.read);
    if (to.type === "extern") return hostBigintOfWord(runtime, code, from.read);
  }
  if (from.type === "bigint" && to.type === "word") return wordOfBigint(code);
  if (from.type === "extern" && to.type === "word") return wordOfHost(runtime, code);
  if (from.type === "bigint" && to.type === "extern") return hostBigint(runtime, code);
  if (from.type === "extern" && to.type === "bigint") return bigintOfHost(runtime, code);
  if (from.type === "reference" && to.type === "reference") {
    return extendsStruct(from.struct, to.struct) ? code : refCast(refNull(to.struct), code);
  }
  return kinds & NULLISH ? onlyNullish(runtime, value, to) : impossible(code, to);
}

/** A value that can only be `undefined` or `null` where it is wanted in a way that holds none of its other values. */
function onlyNullish(runtime: Runtime, { code, representation, kinds }: Value, to: Representation): Instruction {
  const absent = kinds & NULL ? nullAs(runtime, to) : undefinedAs(to);
  if (["reference", "extern", "bigint"].includes(representation.type)) {
    return ifElse(op("ref.is_null", code), [absent], [unreachable()], valueType(to));
  }
  const isBoth = (kinds & NULLISH) === NULLISH;
  if (!isBoth) return block(createLabel("nullish"), valueType(to), [drop(code), absent]);
  if (representation.type === "number") {
    const isNull = op("i64.eq", op("i64.reinterpret_f64", code), i64(NULL_BITS));
    return ifElse(isNull, [absent], [undefinedAs(to)], valueType(to));
  }
  return ifElse(op("i32.eq", code, i32(NULL_BOOLEAN)), [absent], [undefinedAs(to)], valueType(to));
}

function toAny(runtime: Runtime, code: Instruction, from: Representation, kinds: Kinds): Instruction {
  switch (from.type) {
    case "number":
      return runtime.box(code, (kinds & NULLISH) !== 0);
    case "integer":
      return runtime.box(op("f64.convert_i32_s", code), false);
    case "long":
      return runtime.box(op("f64.convert_i64_s", code), false);
    case "boolean":
      return runtime.boxBoolean(code);
    case "character":
      return op("any.convert_extern", characterText(runtime, code, (kinds & NULLISH) === 0));
    case "extern": {
      const converted = op("any.convert_extern", code);
      return from.absent === "null" && kinds & NULL ? runtime.nullToAny(converted) : converted;
    }
    case "bigint":
      return op("any.convert_extern", hostBigint(runtime, code));
    case "word":
      return op("any.convert_extern", hostBigintOfWord(runtime, code, from.read));
    case "reference":
      return from.absent === "null" && kinds & NULL ? runtime.nullToAny(code) : code;
    case "any":
      return code;
  }
}

/** A number that is known to be within 63 bits, modulo 2³²; NaN gives 0. Engines need longer to make 32 bits at once. */
export function truncated(value: Instruction): Instruction {
  return op("i32.wrap_i64", op("i64.trunc_sat_f64_s", value));
}

function fromAny(runtime: Runtime, code: Instruction, to: Representation): Instruction {
  switch (to.type) {
    case "number":
      return runtime.unbox(code);
    case "integer":
      return to.modular ? truncated(runtime.unbox(code)) : op("i32.trunc_sat_f64_s", runtime.unbox(code));
    case "long":
      return op("i64.trunc_sat_f64_s", runtime.unbox(code));
    case "boolean":
      return runtime.unboxBoolean(code);
    case "character":
      return characterOfText(runtime, op("extern.convert_any", code));
    case "extern":
      return op("extern.convert_any", to.absent === "null" ? runtime.anyToNull(code) : code);
    case "bigint":
      return bigintOfHost(runtime, op("extern.convert_any", code));
    case "word":
      return wordOfHost(runtime, op("extern.convert_any", code));
    case "reference":
      return refCast(refNull(to.struct), to.absent === "null" ? runtime.anyToNull(code) : code);
    case "any":
      return code;
  }
}

/** Runs the code, then traps: no value of this kind can get here. */
export function impossible(code: Instruction, to: Representation): Instruction {
  return block(createLabel("impossible"), valueType(to), [drop(code), unreachable()]);
}
