/**
 * The text that a view shows for a value: nothing for `null` and `undefined`, JSON for objects and arrays. Never throws.
 */
export function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

/** Texts of this length and more are counted; there are few of them, and short ones weigh no more than the nodes that they are in. */
export const LONG = 1000;
