import type { Diagnostic, JsonObject } from "@rune/schema";
import { messages } from "./messages.ts";
import { diagnose, diagnoseRange, type SourceText } from "./source-text.ts";

/** Reads a page's `data.json`. Returns the object, or says what is wrong and where. */
export function readData(source: SourceText): { data?: JsonObject; diagnostics: Diagnostic[] } {
  const text = source.text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { diagnostics: [locateError(source, error, source.text.length - text.length)] };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const found = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
    return { diagnostics: [diagnose(messages.app_data_not_object(found), source.file)] };
  }
  return { data: value as JsonObject, diagnostics: [] };
}

/** V8 names the offset in its message; the end of the text is meant where it names none. */
function locateError(source: SourceText, error: unknown, shift: number): Diagnostic {
  const text = error instanceof Error ? error.message : String(error);
  const named = /at position (\d+)/.exec(text)?.[1];
  const reason = text.replace(/ (in JSON )?at position .*$/s, "").replace(/, "[^]*" is not valid JSON$/, "");
  const end = source.text.trimEnd().length;
  const unexpected = /^Unexpected token '?(.)'?/u.exec(reason)?.[1];
  const offset = named === undefined ? (unexpected ? source.text.indexOf(unexpected) : end) : Number(named) + shift;
  return diagnoseRange(messages.app_data_invalid(reason), source, offset, offset + 1);
}
