import { findNearest } from "@rune/schema";

/** The name that the author most likely meant. Between one or two letters everything is near, so of those only a last letter may be missing. */
export function suggestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length < 3) {
    const longer = candidates.filter((each) => name.length === 2 && each.length === 3 && each.startsWith(name));
    const same = candidates.find((each) => each.toLowerCase() === name.toLowerCase());
    return same ?? (longer.length === 1 ? longer[0] : undefined);
  }
  return findNearest(name, candidates);
}
