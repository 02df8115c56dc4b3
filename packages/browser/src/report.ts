import { isRuneError } from "@rune/schema";
import type { RuneError } from "@rune/schema";

/** Something that went wrong in a running app; the page goes on. */
export interface ErrorReport {
  /** Stable code, described in the reference. */
  readonly code: string;
  readonly message: string;
  /** File of the module in the package. */
  readonly module?: string;
  /** Name of the export that ran. */
  readonly function?: string;
  /** Name of the view whose controller ran. */
  readonly view?: string;
  /** Place in the author's source, where it is known. */
  readonly location?: SourceLocation;
  readonly error: RuneError;
}

/** A place in an author's file; lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What ran when an error happened. */
export interface ErrorOrigin {
  readonly module?: string | undefined;
  readonly function?: string | undefined;
  readonly view?: string | undefined;
}

/** Makes the report of an error. What the error itself knows wins over what its catcher knows. */
export function createReport(error: RuneError, origin: ErrorOrigin = {}): ErrorReport {
  const { code, message, data } = error;
  const module = textOf(data["module"]) ?? textOf(data["file"]) ?? origin.module;
  const name = textOf(data["function"]) ?? textOf(data["export"]) ?? origin.function;
  const view = textOf(data["view"]) ?? origin.view;
  const location = locationOf(data["location"]);
  return {
    code,
    message,
    ...(module !== undefined && { module }),
    ...(name !== undefined && { function: name }),
    ...(view !== undefined && { view }),
    ...(location && { location }),
    error,
  };
}

/** What happens to a report unless the embedding page says otherwise. */
export function logReport(report: ErrorReport): void {
  const { code, message, module, view, error } = report;
  const name = report.function;
  const origin = module && `\n    in ${[module, name && `function ${name}`, view].filter(Boolean).join(", ")}`;
  // The one place where this library prints, and only where nobody else takes the report.
  const { frame = "" } = error.data;
  console.error(`[${code}] ${message}${origin ?? ""}\n${frame}`, error.cause ?? "");
}

/** Gives every failure a code. */
export function toRuneError(error: unknown, wrap: (cause: unknown) => RuneError): RuneError {
  return isRuneError(error) ? error : wrap(error);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function locationOf(value: unknown): SourceLocation | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { file, line, column } = value as Partial<Record<keyof SourceLocation, unknown>>;
  return typeof file === "string" && typeof line === "number" && typeof column === "number"
    ? { file, line, column }
    : undefined;
}
