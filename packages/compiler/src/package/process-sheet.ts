import type { Diagnostic } from "@rune/schema";
import type { StylePlace, StyleProblem, StyleProcessor } from "./app-source.ts";
import { messages } from "./messages.ts";
import { diagnoseRange, type SourceText } from "./source-text.ts";

/** A style sheet of the app, as it is written. */
export interface Sheet {
  /** Path from the app's folder that its references count from. */
  path: string;
  css: string;
  /** The file that it is in, and its offset there. */
  place: SourceText;
  shift: number;
  /** Which `<style>` of the file it is, from 1. */
  element?: number;
}

/** A style sheet that a tool may have made of another. */
export interface ProcessedSheet {
  /** Absent where the tool failed. */
  css?: string | undefined;
  diagnostics: Diagnostic[];
  /** Where the author wrote a stretch of it that has this text in it, as offsets in the file. */
  locate(start: number, end: number, text: string): { start: number; end: number };
}

/** Has a tool process a style sheet, and says what the tool says at the author's places. */
export async function processSheet(sheet: Sheet, processStyle: StyleProcessor | undefined): Promise<ProcessedSheet> {
  const { css: written, place, shift, element } = sheet;
  const { css, problems } = processStyle
    ? await processStyle({ file: place.file, css: written, ...(element !== undefined && { element }) })
    : { css: written, problems: [] };
  return {
    css,
    diagnostics: problems.map((problem) => placeProblem(problem, sheet)),
    locate(start, end, text) {
      if (css === written) return { start: shift + start, end: shift + end };
      // What comes from another file, or was put together by the tool, is the sheet's as a whole.
      const found = written.indexOf(text);
      return found < 0 ? { start: shift, end: shift + 1 } : { start: shift + found, end: shift + found + text.length };
    },
  };
}

function placeProblem({ severity, message, place, stack }: StyleProblem, sheet: Sheet): Diagnostic {
  const said = { ...messages.app_style_failed(severity, message), ...(stack !== undefined && { stack }) };
  if (!place) return diagnoseRange(said, sheet.place, sheet.shift, sheet.shift + 1);
  const { source } = place;
  const [start, end] = findOffsets(source?.text ?? sheet.css, place);
  return source
    ? diagnoseRange(said, source, start, end)
    : diagnoseRange(said, sheet.place, sheet.shift + start, sheet.shift + end);
}

function findOffsets(text: string, { line, column, endLine, endColumn }: StylePlace): [start: number, end: number] {
  const lines = text.split("\n");
  const find = (row: number, at: number): number =>
    Math.min(text.length, lines.slice(0, row - 1).reduce((sum, each) => sum + each.length + 1, 0) + at - 1);
  const start = find(line, column);
  return [start, Math.max(start + 1, find(endLine, endColumn))];
}
