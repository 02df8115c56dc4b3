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

/** Texts of this length and more are counted; there are few of them, and short ones weigh no more than the nodes that they are in. */
export const LONG = 1000;
