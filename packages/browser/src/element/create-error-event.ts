import type { SourceLocation } from "../report.ts";

/** The event that tells of an error of an app; who prevents it keeps it out of the console. */
export function createErrorEvent(error: unknown, location?: SourceLocation): ErrorEvent {
  return new ErrorEvent("error", {
    cancelable: true,
    error,
    message: error instanceof Error ? error.message : String(error),
    ...(location && { filename: location.file, lineno: location.line, colno: location.column }),
  });
}
