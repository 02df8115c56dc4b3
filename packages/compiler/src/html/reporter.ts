import type { Diagnostic } from "@rune/schema";
import type { Message } from "./message.ts";
import type { ViewSource } from "./source.ts";

/** A stretch of the normalised text; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Collects the diagnostics of one page. */
export interface Reporter {
  report: (message: Message, span: Span) => void;
  /** All diagnostics so far, in source order. */
  list: () => Diagnostic[];
}

/** Diagnostics that get a frame. Nobody looks at more, and a file can have as many errors as characters. */
const MAX_FRAMES = 1000;

/** Makes a reporter for one file. */
export function createReporter(file: string, source: ViewSource): Reporter {
  const diagnostics: Diagnostic[] = [];
  return {
    report: ({ severity, code, message, hint }, span) => {
      const range = source.createRange(span.start, span.end);
      const frame = diagnostics.length < MAX_FRAMES ? { frame: source.createFrame(range) } : {};
      diagnostics.push({ severity, code, message, file, range, ...frame, ...(hint === undefined ? {} : { hint }) });
    },
    list: () => diagnostics.toSorted((a, b) => (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0)),
  };
}
