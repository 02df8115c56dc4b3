import type { BinaryOpcode, Instruction, Local, WasmFunction } from "../../wasm/index.ts";
import { call, drop, f64, i32, i64, ifElse, localGet, op, ret, structGet } from "../../wasm/index.ts";
import { bigintOperation } from "./bigint-operations.ts";
import { bigintConstant, bigintType, highOf, isHeld, isLong, longBigint, lowOf, unsignedBigint } from "./bigints.ts";
import type { WordRead } from "./representation.ts";
import { BIGINT_STRUCT } from "./representation.ts";
import type { Runtime } from "./runtime.ts";

/** The bigint that a word is. */
export function bigintOfWord(runtime: Runtime, word: Instruction, read: WordRead): Instruction {
  if (word.kind === "i64") return bigintConstant(runtime, valueOfWord(word.value, read));
  return read === "unsigned" ? unsignedBigint(runtime, word) : longBigint(word);
}

/** The bigint that the 64 bits of a word stand for. */
export function valueOfWord(bits: bigint, read: WordRead): bigint {
  return read === "unsigned" ? BigInt.asUintN(64, bits) : BigInt.asIntN(64, bits);
}

/** The word that a bigint is which is known to be one. */
export function wordOfBigint(bigint: Instruction): Instruction {
  return structGet(BIGINT_STRUCT, 0, bigint);
}

/** A word as JavaScript's own bigint. */
export function hostBigintOfWord({ imports }: Runtime, word: Instruction, read: WordRead): Instruction {
  const long = call(imports.javascript("bigint_fromLong"), word);
  return read === "unsigned" ? call(imports.javascript("bigint_asUintN"), f64(64), long) : long;
}

/** The word that JavaScript's bigint is which is known to be one. */
export function wordOfHost({ imports }: Runtime, value: Instruction): Instruction {
  return call(imports.javascript("bigint_toLong"), value);
}

/** How two words can be read alike; `undefined` if one may be negative and the other above what a signed integer holds. */
export function readAlike(first: WordRead, second: WordRead): "s" | "u" | undefined {
  if (first !== "unsigned" && second !== "unsigned") return "s";
  return first !== "signed" && second !== "signed" ? "u" : undefined;
}

/** The order of a bigint and a signed word: -1, 0 or 1. What is no signed word is beyond all of them. */
export function orderToWord(runtime: Runtime, bigint: Instruction, word: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint order to word", [bigintType, "i64"], ["i32"], (_define, a, word) => {
      const b = (): Instruction => localGet(word!);
      return [
        ifElse(isLong(a), [ret(op("i32.sub", op("i64.gt_s", lowOf(a), b()), op("i64.lt_s", lowOf(a), b())))]),
        op("i32.or", op("i32.wrap_i64", highOf(a)), i32(1)),
      ];
    });
  return call(make(), bigint, word);
}

/** Whether a bigint that may be `undefined` is a signed word. */
export function isWordBigint(runtime: Runtime, bigint: Instruction, word: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint is word", [bigintType, "i64"], ["i32"], (_define, a, word) => [
      ifElse(op("ref.is_null", localGet(a)), [ret(i32(0))]),
      op("i32.and", op("i64.eq", lowOf(a), localGet(word!)), isLong(a)),
    ]);
  return call(make(), bigint, word);
}

/** The quotient or remainder of words that are read alike, of which the second may be 0. */
export function wordQuotient(
  runtime: Runtime,
  operator: "/" | "%",
  opcode: BinaryOpcode,
  first: Instruction,
  second: Instruction,
): Instruction {
  const make = (): WasmFunction =>
    runtime.once(`words ${opcode}`, ["i64", "i64"], ["i64"], (_define, a, b) => [
      complainOfZero(runtime, operator, b!),
      op(opcode, localGet(a), localGet(b!)),
    ]);
  return call(make(), first, second);
}

/** The host complains about division by zero. */
export function complainOfZero(runtime: Runtime, operator: "/" | "%", divisor: Local): Instruction {
  const zero = (): Instruction => bigintConstant(runtime, 0n);
  const complaint = wordOfBigint(bigintOperation(runtime, operator, zero(), zero()));
  return ifElse(op("i64.eqz", localGet(divisor)), [drop(complaint)]);
}

/** The remainder of a bigint by a signed word that is not negative. */
export function remainderByWord(runtime: Runtime, bigint: Instruction, word: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint remainder by word", [bigintType, "i64"], ["i64"], (_define, a, word) => {
      const b = (): Instruction => localGet(word!);
      return [
        ifElse(op("i64.ne", b(), i64(0n)), [
          ifElse(isLong(a), [ret(op("i64.rem_s", lowOf(a), b()))]),
          ifElse(isHeld(a), [ret(op("i64.rem_u", lowOf(a), b()))]),
        ]),
        wordOfBigint(bigintOperation(runtime, "%", localGet(a), longBigint(b()))),
      ];
    });
  return call(make(), bigint, word);
}
