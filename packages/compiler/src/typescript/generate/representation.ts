import type { ArrayType, StructType, ValueType } from "../../wasm/index.ts";
import { anyref, externref, field, refNull, structType } from "../../wasm/index.ts";

/**
 * How a value is held.
 *
 * - `number`: f64. `undefined` and `null` are two signalling NaNs, which no arithmetic gives, so that `number | undefined` needs no box.
 * - `integer`: i32, where the analysis has proved that it is one; or a number modulo 2³², where only its bits count.
 * - `long`: i64, where the analysis has proved that it is a whole number of at most 53 bits, such as a loop's counter.
 * - `boolean`: i32, 0 or 1; 2 is `undefined`, 3 is `null`.
 * - `character`: i32, the code point or lone surrogate that a string is, where the analysis has proved that there are no longer ones; -1 is the
 *   empty string, -2 `undefined`.
 * - `extern`: a JavaScript string, symbol or opaque value; a bigint where it can be `null`.
 * - `bigint`: a bigint, as a struct with 64 bits of it.
 * - `word`: i64, where the analysis has proved that a bigint is held by 64 bits, read in one way.
 * - `reference`: a struct; of storages that the library keeps numbers in, an array.
 * - `any`: anything, boxed: small integers as i31, other numbers and booleans as structs, strings and other JavaScript values internalised.
 *
 * The null reference is `undefined`; it is `null` where `absent` says so. In `any` it is always `undefined`.
 */
export type Representation =
  | { type: "number" }
  | { type: "integer"; modular?: true }
  | { type: "long" }
  | { type: "boolean" }
  | { type: "character" }
  | { type: "extern"; absent: Absent }
  | { type: "bigint" }
  | { type: "word"; read: WordRead }
  | { type: "reference"; struct: HeldType; absent: Absent }
  | { type: "any" };

/**
 * A bigint. Without `rest` it is the signed integer `low`. If `rest` is a small integer, the bigint is `low` read as unsigned, which has
 * the highest bit set. Else `rest` is JavaScript's own, of a bigint that neither can be, and `low` is 0, or -1 if it is negative.
 */
export const BIGINT_STRUCT: StructType = structType("bigint", [
  field("low", "i64", false),
  field("rest", anyref, false),
]);

/** How the 64 bits of a bigint are read: signed; unsigned; or either, as the highest is never set. */
export type WordRead = "signed" | "unsigned" | "either";

/** What a reference points to. */
export type HeldType = StructType | ArrayType;

export type Absent = "undefined" | "null";

export const NUMBER_REPRESENTATION: Representation = { type: "number" };
export const INTEGER_REPRESENTATION: Representation = { type: "integer" };
export const BITS_REPRESENTATION: Representation = { type: "integer", modular: true };
export const LONG_REPRESENTATION: Representation = { type: "long" };
export const BOOLEAN_REPRESENTATION: Representation = { type: "boolean" };
export const CHARACTER_REPRESENTATION: Representation = { type: "character" };
export const EXTERN_REPRESENTATION: Representation = { type: "extern", absent: "undefined" };
export const BIGINT_REPRESENTATION: Representation = { type: "bigint" };
export const ANY_REPRESENTATION: Representation = { type: "any" };

/** Bits of the signalling NaN that stands for `undefined` among numbers. */
export const UNDEFINED_BITS = 0x7ff0_0000_0000_0001n;
/** Bits of the signalling NaN that stands for `null` among numbers. */
export const NULL_BITS = 0x7ff0_0000_0000_0002n;
/** `undefined` among booleans. */
export const UNDEFINED_BOOLEAN = 2;
/** `null` among booleans. */
export const NULL_BOOLEAN = 3;

/** The empty string among characters. */
export const EMPTY_CHARACTER: number = -1;
/** `undefined` among characters. */
export const UNDEFINED_CHARACTER: number = -2;

/** A reference to a struct. */
export function reference(struct: HeldType, absent: Absent = "undefined"): Representation {
  return { type: "reference", struct, absent };
}

/** The WASM type of a representation. */
export function valueType(representation: Representation): ValueType {
  switch (representation.type) {
    case "number":
      return "f64";
    case "long":
    case "word":
      return "i64";
    case "integer":
    case "boolean":
    case "character":
      return "i32";
    case "extern":
      return externref;
    case "bigint":
      return refNull(BIGINT_STRUCT);
    case "reference":
      return refNull(representation.struct);
    case "any":
      return anyref;
  }
}

/** Whether values are held in the same way. */
export function sameRepresentation(first: Representation, second: Representation): boolean {
  if (first.type !== second.type) return false;
  if (first.type === "reference" && second.type === "reference") {
    return first.struct === second.struct && first.absent === second.absent;
  }
  if (first.type === "extern" && second.type === "extern") return first.absent === second.absent;
  if (first.type === "word" && second.type === "word") return first.read === second.read;
  return true;
}

/** Whether values are held as integers. */
export function isWhole({ type }: Representation): boolean {
  return type === "integer" || type === "long";
}
