import { isRuneError } from "@rune/schema";
import { createReport } from "../create-report.ts";
import type { ErrorReport } from "../report.ts";
import type { OverlayError, ViewCall } from "./messages.ts";

/** What is known beside the failure itself. */
export interface FailureContext {
  /** Absolute path of the project. */
  readonly projectRoot: string;
  readonly calls: readonly ViewCall[];
}

/** The form for Vite's overlay of something that has failed while an app ran. */
export function toOverlayError(
  error: unknown,
  { projectRoot, calls }: FailureContext,
  report: Partial<ErrorReport> = isRuneError(error) ? createReport(error) : {},
): OverlayError {
  const { code, location, module, view } = report;
  const { export: name, frame } = isRuneError(error) ? error.data : {};
  const text = error instanceof Error ? error.message : String(error);
  const loc = location && { ...location, file: resolveFile(projectRoot, location.file) };
  const places = calls.filter((call) => call.view === view && call.name === name).map(({ place }) => place);
  return {
    message: (code ? `${text} [${code}]` : text) + (places.length > 0 ? `\ncalled in ${places.join(", ")}` : ""),
    stack: "",
    plugin: "rune",
    id: loc?.file ?? module,
    loc,
    frame: typeof frame === "string" ? frame : undefined,
  };
}

/** Absolute path of a file of the project. Vite's overlay knows paths with a drive by their backslash, and opens no others of these. */
function resolveFile(projectRoot: string, file: string): string {
  const path = `${projectRoot}/${file}`;
  return /^[a-z]:/i.test(path) ? path.replaceAll("/", "\\") : path;
}
