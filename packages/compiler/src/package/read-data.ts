import type { Diagnostic, JsonObject } from "@rune/schema";
import { messages } from "./messages.ts";
import { diagnose, diagnoseRange, type SourceText } from "./source-text.ts";

/** Far below what code that walks data by recursion can bear, and below what `readData` of the archive takes. */
const MAX_DEPTH = 200;

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
  if (isDeeper(value, MAX_DEPTH)) {
    return { diagnostics: [diagnose(messages.app_data_too_deep(MAX_DEPTH), source.file)] };
  }
  return { data: value as JsonObject, diagnostics: [] };
}

/** Walks level by level: recursion is what deep data would exhaust. The value itself is the first level. */
function isDeeper(root: object, limit: number): boolean {
  let level = [root];
  for (let depth = 1; depth <= limit; depth++) {
    level = level.flatMap((value) => Object.values(value).filter((item) => typeof item === "object" && item !== null));
    if (level.length === 0) return false;
  }
  return true;
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
