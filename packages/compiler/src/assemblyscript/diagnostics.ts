import {
  getDiagnosticCode,
  getDiagnosticMessage,
  getDiagnosticRange,
  getSourceNormalizedPath,
  isError,
  isWarning,
  nextDiagnostic,
} from "assemblyscript";
import type { Source } from "assemblyscript";
import type { Diagnostic } from "@rune/schema";
import { createPositions } from "@rune/schema";
import { findHint } from "./hints.ts";
import * as messages from "./messages.ts";
import type { Place } from "./messages.ts";
import type { Project } from "./project.ts";

/** The part of AssemblyScript's ranges that places need. */
export interface NodeRange {
  start: number;
  end: number;
  source: { normalizedPath: string };
}

/** Gathers the diagnostics of one compilation. */
export interface Reporter {
  add(diagnostic: Diagnostic): void;
  /** The place of a node of the author's files. */
  place(range: NodeRange): Place;
  /** Takes over what AssemblyScript has found since the last call, save what is explained already. */
  collect(phase: "parse" | "compile", explained?: RegExp): void;
  hasErrors(): boolean;
  /** Everything found, each once, ordered by file and place. */
  finish(): Diagnostic[];
}

const FILE_NOT_FOUND = 6054;
const TYPE_ARGUMENT_EXPECTED = 1140;

/** What AssemblyScript goes on to say about an expression that it has refused. */
const CONSEQUENCE = /[Tt]ype 'auto' (?:has no|is not)|from type 'auto'|on type 'auto'/;

/** Starts an empty list of diagnostics. */
export function createReporter(project: Project): Reporter {
  const found = new Map<string, Diagnostic>();
  const add = (diagnostic: Diagnostic): void => {
    const { code, file, range, message } = diagnostic;
    if (code === "module_syntax" && isAfterSpread(diagnostic)) return;
    found.set(JSON.stringify([file, range?.start.offset, code, message]), diagnostic);
  };
  // The parser loses its way at a spread, so what it finds in the rest of the line is noise.
  const isAfterSpread = ({ file, range }: Diagnostic): boolean =>
    [...found.values()].some(
      (each) =>
        each.code === "module_spread_unsupported" && each.file === file && each.range?.start.line === range?.start.line,
    );
  const place = (range: NodeRange): Place => placeOf(project, range);
  return {
    add,
    place,
    collect(phase, explained) {
      const { program } = project;
      for (let message = nextDiagnostic(program); message; message = nextDiagnostic(program)) {
        const severity = isError(message) ? "error" : isWarning(message) ? "warning" : undefined;
        if (severity === undefined || explained?.test(getDiagnosticMessage(message))) continue;
        const code = getDiagnosticCode(message);
        const range = getDiagnosticRange(message) as NodeRange | null;
        add(translate(project, phase, severity, code, getDiagnosticMessage(message), range));
      }
    },
    hasErrors: () => [...found.values()].some(({ severity }) => severity === "error"),
    finish: () => {
      const all = [...found.values()].sort(compare);
      const causes = all.filter(({ severity, message }) => severity !== "error" || !CONSEQUENCE.test(message));
      return causes.some(({ severity }) => severity === "error") ? causes : all;
    },
  };
}

function translate(
  project: Project,
  phase: "parse" | "compile",
  severity: "error" | "warning",
  code: number,
  message: string,
  range: NodeRange | null,
): Diagnostic {
  const text = `${shortenNames(project, message)} (${code < 1000 ? "AS" : "TS"}${code})`;
  const where = range ? getSourceNormalizedPath(range.source as never) : "the program";
  if (!range || !project.files.has(where)) return messages.libraryError(project.input.file, text, where);
  const place = placeOf(project, range);
  if (severity === "warning") return messages.compileWarning(place, text);
  const excerpt = place.source.slice(range.start, range.end);
  if (code === FILE_NOT_FOUND) {
    const path = excerpt.replace(/^["'`]|["'`]$/g, "");
    return /'\.\.\//.test(message) ? messages.importOutside(place, path) : messages.importMissing(place, path);
  }
  if (code === TYPE_ARGUMENT_EXPECTED) {
    // AssemblyScript points behind the argument whose type it could not infer.
    const name = /[\w$.]+$/.exec(place.source.slice(0, range.start))?.[0];
    const start = range.start - (name?.length ?? 0);
    return messages.valueType(placeOf(project, { ...range, start, end: range.start }), name);
  }
  if (phase === "parse" && place.source.slice(range.end).trimStart().startsWith("...")) {
    return messages.spreadUnsupported(place);
  }
  const source = range.source as Source;
  const hint = findHint(project, { phase, message, source, text: place.source, start: range.start, end: range.end });
  return phase === "parse" ? messages.syntaxError(place, text, hint) : messages.compileError(place, text, hint);
}

/** Types as an author writes them, without the files that declare them. */
function shortenNames({ files }: Project, message: string): string {
  let text = message.replace(/\.$/, "").replaceAll("~lib/string/String", "string").replaceAll("~lib/rune/rune", "rune");
  text = text.replaceAll("~lib/rune/json/Json", "rune.Json").replace(/~lib\/[\w/-]+\//g, "");
  for (const file of files.keys()) text = text.replaceAll(`${file.replace(/\.ts$/, "")}/`, "");
  return text;
}

function placeOf(project: Project, range: NodeRange): Place {
  const file = range.source.normalizedPath;
  const source = project.files.get(file) ?? "";
  const positions = createPositions(source);
  const start = Math.min(range.start, source.length);
  const end = Math.min(Math.max(range.end, start), source.length);
  return { file, source, range: { start: positions(start), end: positions(end) } };
}

function compare(a: Diagnostic, b: Diagnostic): number {
  const [fileA, fileB] = [a.file ?? "", b.file ?? ""];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1);
}
