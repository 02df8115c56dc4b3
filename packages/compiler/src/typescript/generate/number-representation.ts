import type { BigintRange, FlowNode, Range } from "../infer/index.ts";
import { NUMBER, isInt32, isInt64, isSigned, isUnsigned, isWideKey, kindsOf } from "../infer/index.ts";
import type { Representation } from "./representation.ts";
import {
  BITS_REPRESENTATION,
  INTEGER_REPRESENTATION,
  LONG_REPRESENTATION,
  NUMBER_REPRESENTATION,
} from "./representation.ts";

/** How a node is held that only numbers reach, of this range, and `undefined` or `null`. */
export function numberRepresentation(node: FlowNode, range: Range | undefined): Representation {
  if (!range) return NUMBER_REPRESENTATION;
  const isPlain = kindsOf(node) === NUMBER;
  if (isPlain && isInt32(range)) return INTEGER_REPRESENTATION;
  // Numbers beyond that are not taken modulo 2³² in one step; where none are, NaN and what is no number give 0.
  if (node.onlyBits && range.min > -(2 ** 62) && range.max < 2 ** 62) return BITS_REPRESENTATION;
  const isLong = isPlain && (isInt64(range) || (node.onlyKey && isWideKey(range)));
  return isLong ? LONG_REPRESENTATION : NUMBER_REPRESENTATION;
}

/** How bigints of a range are held, if 64 bits are enough. */
export function wordRepresentation(range: BigintRange | undefined): Representation | undefined {
  if (!range) return undefined;
  if (isSigned(range, 64n)) return { type: "word", read: range.min < 0n ? "signed" : "either" };
  return isUnsigned(range, 64n) ? { type: "word", read: "unsigned" } : undefined;
}
