import type { ErrorReport } from "./report.ts";

/** What happens to a report unless the embedding page says otherwise. */
export function logReport(report: ErrorReport): void {
  const { code, message, module, view, error } = report;
  const name = report.function;
  const origin = module && `\n    in ${[module, name && `function ${name}`, view].filter(Boolean).join(", ")}`;
  // The one place where this library prints, and only where nobody else takes the report.
  const { frame = "" } = error.data;
  console.error(`[${code}] ${message}${origin ?? ""}\n${frame}`, error.cause ?? "");
}
