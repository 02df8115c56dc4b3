/**
 * The comments `;;@ file:line:column` of text that carries positions. Binaryen reads them, but not every file name, and it loses what
 * equals its first position, line 1 and column 0; so names are escaped and columns count from 1.
 */
import type { CodePosition } from "../code-position.ts";
import type { Position } from "../position.ts";

/** The comment for a position; without one it says that the code has none. */
export function formatPositionComment(position: Position | undefined): string {
  if (!position) return ";;@";
  return `;;@ ${encodeURI(position.file).replaceAll(":", "%3A")}:${position.line}:${position.column}`;
}

/** Turns a position that came through Binaryen into the one that the comment was made of. */
export function restorePosition({ offset, position }: CodePosition): CodePosition {
  if (!position) return { offset, position };
  // A source map counts columns from 0, and took that of the comment as such.
  return { offset, position: { ...position, file: decodeURIComponent(position.file), column: position.column - 1 } };
}
