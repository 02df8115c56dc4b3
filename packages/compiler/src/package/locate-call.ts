import type { Diagnostic } from "@rune/schema";
import { diagnose, diagnoseRange, type Message, type SourceText } from "./source-text.ts";

/** Where a file first calls a function, or first calls it with a text: then where the text stands, quotes included. Offsets. */
export function locateCall(
  { text }: SourceText,
  caller: string,
  argument?: string,
): { start: number; end: number } | undefined {
  const literal = argument?.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const rest = literal === undefined ? "" : `[\\s(]*(["'\`])${literal}\\1`;
  const call = new RegExp(`\\b${caller}\\s*\\(${rest}`).exec(text);
  if (!call) return undefined;
  const end = call.index + call[0].length;
  return argument === undefined ? { start: call.index, end: end - 1 } : { start: end - argument.length - 2, end };
}

/** A diagnostic at the first such call, in whichever of the files it stands. */
export function placeCall(
  message: Message,
  sources: readonly SourceText[],
  caller: string,
  argument: string,
): Diagnostic {
  for (const source of sources) {
    const call = locateCall(source, caller, argument);
    if (call) return diagnoseRange(message, source, call.start, call.end);
  }
  return diagnose(message, sources[0]?.file);
}
