import type ts from "typescript";
import type { Position } from "../ir/index.ts";

/** Where a node begins. */
export function positionOf(source: ts.SourceFile, node: ts.Node): Position {
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { file: source.fileName, line: line + 1, column: character + 1 };
}
