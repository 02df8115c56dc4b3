import { createFrame, createPositions, type Diagnostic, type SourceRange } from "@rune/schema";

/** A text file of the app under its project-relative path. */
export interface SourceText {
  file: string;
  text: string;
}

/** What a message function returns; a place turns it into a diagnostic. */
export interface Message {
  severity: "error" | "warning";
  code: string;
  message: string;
  stack?: string;
  hint?: string;
}

/**
 * Decodes a file without its byte order mark and with `\n` as its only line end, which changes no line and no column.
 * Bytes that are not UTF-8 become replacement characters, which no name or keyword matches.
 */
export function decodeText(file: string, bytes: Uint8Array): SourceText {
  return { file, text: new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n") };
}

/** A diagnostic about a whole file, or about none. */
export function diagnose(message: Message, file?: string): Diagnostic {
  return file === undefined ? { ...message } : { ...message, file };
}

/** A diagnostic about a stretch of a file, from offset to offset. */
export function diagnoseRange(message: Message, source: SourceText, start: number, end: number): Diagnostic {
  const locate = createPositions(source.text);
  return placeDiagnostic(message, source, { start: locate(start), end: locate(Math.max(end, start)) });
}

/** A diagnostic about a known range of a file. */
export function placeDiagnostic(message: Message, source: SourceText, range: SourceRange): Diagnostic {
  return { ...message, file: source.file, range, frame: createFrame(source.text, range) };
}
