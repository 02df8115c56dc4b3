import type { SourceRange } from "@rune/schema";
import { createPositions } from "@rune/schema";
import type ts from "typescript";

/** A file's name and text. */
export type NamedText = Pick<ts.SourceFile, "fileName" | "text">;

/** A place in one of the author's files. */
export interface Place {
  file: string;
  source: string;
  range: SourceRange;
}

/** The place of a stretch of a file, from offset to offset. */
export function placeOf(file: NamedText, start: number, end: number): Place {
  const positions = createPositions(file.text);
  const first = Math.min(start, file.text.length);
  const last = Math.min(Math.max(end, first), file.text.length);
  return { file: file.fileName, source: file.text, range: { start: positions(first), end: positions(last) } };
}

/** The place of a node, without what stands before its first token. */
export function placeOfNode(node: ts.Node, file: ts.SourceFile): Place {
  return placeOf(file, node.getStart(file), node.end);
}
