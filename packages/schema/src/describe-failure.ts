import { BuildError } from "./build-error.ts";
import { formatDiagnostic } from "./diagnostic.ts";

/** The error for bundlers that print nothing but an error's message: it says everything. */
export function describeFailure(error: unknown): unknown {
  if (!(error instanceof BuildError)) return error;
  const failure = new Error(
    error.diagnostics
      .filter(({ severity }) => severity === "error")
      .map(formatDiagnostic)
      .join("\n\n"),
    { cause: error },
  );
  failure.stack = "";
  return failure;
}
