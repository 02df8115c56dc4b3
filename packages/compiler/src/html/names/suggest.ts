import { findNearest } from "@rune/schema";

/** The name that the author most likely meant. Between one or two letters everything is near, so those get none. */
export function suggestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length < 3) return candidates.find((each) => each.toLowerCase() === name.toLowerCase());
  return findNearest(name, candidates);
}
