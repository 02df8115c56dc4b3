import { makeVisible } from "./make-visible.ts";

/** A position in a source text. Lines and columns count from 1, columns in UTF-16 units; the offset counts from 0. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** A stretch of a source text; `end` is exclusive. */
export interface SourceRange {
  start: Position;
  end: Position;
}

/** An error or warning about something that an author wrote. */
export interface Diagnostic {
  severity: "error" | "warning";
  /** Stable, snake_case; described in `docs/reference/errors.md`. */
  code: string;
  /** What is wrong, in one sentence. */
  message: string;
  /** Path of the author's file, relative to the project root, with `/`. */
  file?: string;
  range?: SourceRange;
  /** The lines around the range, with a marker. */
  frame?: string;
  /** Where in the code of a tool, or of one of its plugins, it was thrown: a line each, the innermost first. */
  stack?: string;
  /** What to do. */
  hint?: string;
}

/** Makes positions of one text from its offsets. */
export function createPositions(source: string): (offset: number) => Position {
  const starts = [0];
  for (let i = source.indexOf("\n"); i >= 0; i = source.indexOf("\n", i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  };
}

/** Columns of a frame; of a longer line the stretch around the range is shown. */
const FRAME_WIDTH = 3000;

/** Draws the code frame of a range: two lines around it and a marker under its first line. */
export function createFrame(source: string, range: SourceRange): string {
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, range.start.line - 2);
  const last = Math.min(lines.length, range.start.line + 2);
  const width = String(last).length;
  const cut = range.start.column > FRAME_WIDTH ? range.start.column - FRAME_WIDTH / 2 : 0;
  const out: string[] = [];
  for (let line = first; line <= last; line++) {
    const text = makeVisible((lines[line - 1] ?? "").slice(cut, cut + FRAME_WIDTH)).replaceAll("\t", " ");
    const marked = line === range.start.line;
    out.push(`${marked ? ">" : " "} ${String(line).padStart(width)} | ${text}`.trimEnd());
    if (marked) {
      const column = range.start.column - cut;
      const endColumn = range.end.line === line ? Math.min(range.end.column - cut, FRAME_WIDTH + 1) : text.length + 1;
      const length = Math.max(1, endColumn - column);
      out.push(`  ${" ".repeat(width)} | ${" ".repeat(column - 1)}${"^".repeat(length)}`);
    }
  }
  return out.join("\n");
}

/** Prints a diagnostic as a person reads it: place, message, frame, stack, hint. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, range, frame, stack, hint } = diagnostic;
  const place = file === undefined ? "" : `${file}${range ? `:${range.start.line}:${range.start.column}` : ""}: `;
  let text = `${place}${diagnostic.severity}: ${diagnostic.message} [${diagnostic.code}]`;
  if (frame) text += `\n${frame}`;
  if (stack) text += `\n${stack}`;
  if (hint) text += `\nhint: ${hint}`;
  return makeVisible(text);
}
