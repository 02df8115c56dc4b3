import type { Expression } from "@rune/schema";
import type { Row } from "../row.ts";
import { toText } from "../to-text.ts";

type Evaluate = (row: Row | undefined) => unknown;

/**
 * The path of a `data-link`. What its author has written stays as it is, and data that it begins with is a path; other data is
 * one part of the path or one value of its query, whatever is in it.
 */
export function compileLinkPath(
  to: Expression,
  compile: (expression: Expression) => Evaluate,
  isStart = true,
): Evaluate {
  if (typeof to === "string") return () => to;
  if (Array.isArray(to) && to[0] === "text") {
    const parts = (to.slice(1) as Expression[]).map((part, i) => compileLinkPath(part, compile, isStart && i === 0));
    return (row) => parts.map((part) => toText(part(row))).join("");
  }
  if (Array.isArray(to) && to[0] === "if") {
    const holds = compile(to[1]);
    const then = compileLinkPath(to[2], compile, isStart);
    const otherwise = compileLinkPath(to[3], compile, isStart);
    return (row) => (holds(row) ? then(row) : otherwise(row));
  }
  const evaluate = compile(to);
  // Half a character has no encoding.
  return isStart ? evaluate : (row) => encodeURIComponent(toText(evaluate(row)).replace(/\p{Surrogate}/gu, "\ufffd"));
}
