import type { RuneError } from "@rune/schema";
import type { ErrorOrigin, ErrorReport, SourceLocation } from "./report.ts";

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
