import type { MarkupContext } from "./render-context.ts";

/**
 * The text that a view shows for a value: nothing for `null` and `undefined`, the ISO 8601 text of a date, JSON for other objects and arrays.
 * Never throws.
 */
export function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  try {
    const json = JSON.stringify(value) ?? "null";
    // What is a text in JSON, as dates are, or nothing, as those are that are invalid.
    return /^["n]/.test(json) ? toText(JSON.parse(json)) : json;
  } catch {
    return "";
  }
}

/** Shorter texts weigh no more than the nodes that they are in. */
const LONG = 200;

/**
 * Counts a text that is about to show, if it is long.
 *
 * @throws RangeError where there is no room for it
 */
export function hold(text: string, { container, rules }: Pick<MarkupContext, "container" | "rules">): string {
  if (text.length > LONG) rules.holdText(container, text);
  return text;
}
