import type { Diagnostic } from "@rune/schema";
import { compareText } from "@rune/schema";
import ts from "typescript";
import { findHint, shortenMessage } from "./hints.ts";
import { LIBRARY_FILE } from "./library.ts";
import { moreErrors, programError, typescriptError } from "./messages.ts";
import { placeOf } from "./place.ts";

/** Most diagnostics of one check. */
const MAX_DIAGNOSTICS = 50;

/** Puts an error of TypeScript into the form of this compiler. */
export function translateDiagnostic(found: ts.Diagnostic, entry: string): Diagnostic {
  const text = shortenMessage(ts.flattenDiagnosticMessageText(found.messageText, "\n"));
  const { file, start } = found;
  if (!file || start === undefined || file.fileName === LIBRARY_FILE) return programError(entry, text, found.code);
  const place = placeOf(file, start, start + (found.length ?? 0));
  return typescriptError(place, text, found.code, findHint(text));
}

/**
 * All that was found, each once, ordered by file and place. Where this compiler has said itself what is wrong, TypeScript's view
 * of the same place is left out, and what TypeScript says about no place: it misses types of the library that only refused syntax needs.
 */
export function arrangeDiagnostics(
  own: readonly Diagnostic[],
  typescript: readonly Diagnostic[],
  entry: string,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const others = typescript.filter(
    (diagnostic) => own.length === 0 || (diagnostic.range && !own.some((each) => covers(each, diagnostic))),
  );
  for (const diagnostic of [...own, ...others]) {
    const { code, file, message, range } = diagnostic;
    found.set(JSON.stringify([file, range?.start.offset, code, message]), diagnostic);
  }
  const all = [...found.values()].sort(compare);
  if (all.length <= MAX_DIAGNOSTICS) return all;
  return [...all.slice(0, MAX_DIAGNOSTICS), moreErrors(entry, all.length - MAX_DIAGNOSTICS)];
}

function covers(outer: Diagnostic, inner: Diagnostic): boolean {
  if (outer.file !== inner.file || !outer.range || !inner.range) return false;
  const start = inner.range.start.offset;
  return outer.range.start.offset === start || (outer.range.start.offset < start && start < outer.range.end.offset);
}

function compare(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file ?? "", b.file ?? "") || (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1);
}
