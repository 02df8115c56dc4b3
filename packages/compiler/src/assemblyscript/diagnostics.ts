import {
  getDiagnosticCode,
  getDiagnosticMessage,
  getDiagnosticRange,
  getSourceNormalizedPath,
  isError,
  isWarning,
  nextDiagnostic,
} from "assemblyscript";
import type { Diagnostic } from "@rune/schema";
import { createPositions } from "@rune/schema";
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

/** What to do about messages that AssemblyScript leaves at naming the fact. */
const hints: readonly [pattern: RegExp, hint: string][] = [
  [
    /Closures/,
    "a function inside a function cannot use its variables. Keep the value in a variable of the module, or pass it as an argument",
  ],
  [/Exceptions/, "there is no try/catch. Return `null` where something can fail; `rune.try_parse` does so"],
  [/Iterators|for.?of/i, "use a loop over an index: `for (let i = 0; i < list.length; i++)`."],
  [/Type expected/, "write every parameter's type and the function's result type: `function change(by: i32): void`"],
  [/Object is possibly 'null'/, "check for `null` first, or write `!` after it where it cannot be"],
  [/\| null' is not assignable/, "check for `null` first, or write `!` after the value where it cannot be"],
  [/<object>/, "object literals are data for guest functions only: write `rune.json({ … })`, or declare a class"],
];

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
    finish: () => [...found.values()].sort(compare),
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
  const hint = hints.find(([pattern]) => pattern.test(message))?.[1];
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
