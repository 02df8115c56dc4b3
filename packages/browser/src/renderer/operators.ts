import type { BinaryOperator } from "@rune/schema";
import { toText } from "./to-text.ts";
import { isObject } from "./value-type.ts";

/** What binary operators compute of two values, but those that may not look at the second or compare objects. */
export const binaryOperations: Readonly<
  Record<Exclude<BinaryOperator, "&&" | "||" | "??" | "==" | "!=">, (a: unknown, b: unknown) => unknown>
> = {
  "+": (a, b) => (isTextual(a) || isTextual(b) ? toOperandText(a) + toOperandText(b) : toNumber(a) + toNumber(b)),
  "-": (a, b) => toNumber(a) - toNumber(b),
  "*": (a, b) => toNumber(a) * toNumber(b),
  "/": (a, b) => toNumber(a) / toNumber(b),
  "%": (a, b) => toNumber(a) % toNumber(b),
  "<": (a, b) => toComparable(a, b) < toComparable(b, a),
  "<=": (a, b) => toComparable(a, b) <= toComparable(b, a),
  ">": (a, b) => toComparable(a, b) > toComparable(b, a),
  ">=": (a, b) => toComparable(a, b) >= toComparable(b, a),
};

/** As JavaScript converts primitives; objects are not numbers. */
export function toNumber(value: unknown): number {
  return isObject(value) ? Number.NaN : Number(value);
}

function isTextual(value: unknown): boolean {
  return typeof value === "string" || isObject(value);
}

/** In a sum, `null` and `undefined` read as in JavaScript. */
function toOperandText(value: unknown): string {
  return value === null || value === undefined ? String(value) : toText(value);
}

/** Two strings compare as strings, anything else as numbers; typed as the latter because `<` takes no union. */
function toComparable(value: unknown, other: unknown): number {
  return typeof value === "string" && typeof other === "string" ? (value as unknown as number) : toNumber(value);
}
