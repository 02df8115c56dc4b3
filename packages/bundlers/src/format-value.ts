import { inspect } from "node:util";

/** Characters of a value that messages show. */
const LONGEST = 80;

/** A value as messages show it, whatever somebody has put there. */
export function formatValue(value: unknown): string {
  const text =
    typeof value === "string"
      ? JSON.stringify(value.slice(0, LONGEST))
      : inspect(value, { depth: 1, maxArrayLength: 3, maxStringLength: LONGEST, breakLength: Infinity });
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What something that was thrown says, whatever it is. */
export function formatThrown(thrown: unknown): string {
  const message: unknown = (thrown as { message?: unknown } | null | undefined)?.message;
  return typeof message === "string" ? message : `${formatValue(thrown)} was thrown`;
}
