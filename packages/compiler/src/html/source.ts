import { createFrame, createPositions } from "@rune/schema";
import type { SourceRange } from "@rune/schema";

/** An author's file, with line ends made equal, and the way back to its own positions. */
export interface ViewSource {
  /** The text without byte order mark, with `\n` as its only line end. All offsets in this folder count in it. */
  text: string;
  /** The range in the author's file. */
  createRange: (start: number, end: number) => SourceRange;
  /** The code frame of a range. */
  createFrame: (range: SourceRange) => string;
}

/** Normalises a file and remembers what was removed. */
export function createSource(raw: string): ViewSource {
  const skipped = raw.startsWith("\uFEFF") ? 1 : 0;
  const body = raw.slice(skipped);
  const pairs: number[] = [];
  const text = body.replace(/\r\n?/g, (lineEnd, offset: number) => {
    if (lineEnd.length === 2) pairs.push(offset - pairs.length);
    return "\n";
  });
  const positionAt = createPositions(text);
  const locate = (offset: number): SourceRange["start"] => ({
    ...positionAt(offset),
    offset: offset + skipped + countBelow(pairs, offset),
  });
  return {
    text,
    createRange: (start, end) => ({ start: locate(start), end: locate(Math.max(start, end)) }),
    createFrame: (range) => createFrame(text, range),
  };
}

/** How many of the ascending numbers lie below a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
