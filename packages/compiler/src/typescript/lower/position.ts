import type ts from "typescript";
import type { Position } from "../ir/index.ts";

/** Positions in each file, so that those behind an edit can be moved. */
const positions = new WeakMap<ts.SourceFile, Position[]>();

/** Where a node begins. */
export function positionOf(source: ts.SourceFile, node: ts.Node): Position {
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
  const position = { file: source.fileName, line: line + 1, column: character + 1 };
  const known = positions.get(source);
  if (known) known.push(position);
  else positions.set(source, [position]);
  return position;
}

/** Moves positions behind an edited part of a file to where they are in its new version; those in the part are forgotten. */
export function movePositions(before: ts.Node, after: ts.Node): void {
  const [was, is] = [before.getSourceFile(), after.getSourceFile()];
  const [start, end, newEnd] = [
    was.getLineAndCharacterOfPosition(before.getStart(was)),
    was.getLineAndCharacterOfPosition(before.end),
    is.getLineAndCharacterOfPosition(after.end),
  ];
  const isBehind = ({ line, column }: Position, place: ts.LineAndCharacter): boolean =>
    line - 1 > place.line || (line - 1 === place.line && column - 1 >= place.character);
  const kept: Position[] = [];
  for (const position of positions.get(was) ?? []) {
    if (isBehind(position, end)) {
      if (position.line - 1 === end.line) position.column += newEnd.character - end.character;
      position.line += newEnd.line - end.line;
    } else if (isBehind(position, start)) continue;
    kept.push(position);
  }
  positions.set(is, [...kept, ...(positions.get(is) ?? [])]);
}

/** Positions of a file that is lowered anew are no longer those of what was lowered before. */
export function forgetPositions(source: ts.SourceFile): void {
  positions.delete(source);
}
