import type { FlowNode, Range } from "../infer/index.ts";
import { NUMBER, isInt32, isInt64, isWideKey, kindsOf } from "../infer/index.ts";
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
