import type { Kinds } from "../values/kinds.ts";
import { BIGINT, BOOLEAN, NUMBER, STRING, SYMBOL } from "../values/kinds.ts";

/** Library classes whose methods primitive values have. */
export const PRIMITIVE_CLASSES: readonly [Kinds, string][] = [
  [STRING, "String"],
  [NUMBER, "Number"],
  [BOOLEAN, "Boolean"],
  [BIGINT, "BigInt"],
  [SYMBOL, "Symbol"],
];

/** The library class whose methods a kind of primitive values has. */
export function primitiveClassOf(kind: Kinds): string | undefined {
  return PRIMITIVE_CLASSES.find(([bit]) => bit === kind)?.[1];
}
