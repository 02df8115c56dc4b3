/** Errors that only the router can meet; they load with it. */
import { RuneError, isRuneError } from "@rune/schema";

export function routeInvalid(path: string): RuneError {
  return new RuneError(
    "route_invalid",
    `\`${path}\` is no path of this app; a path starts with one \`/\`, such as \`/settings\`, and has no part \`..\`.`,
    {
      data: { path },
    },
  );
}

export function routeParameterMissing(pattern: string, name: string): RuneError {
  return new RuneError(
    "route_parameter_missing",
    `The route \`${pattern}\` needs the parameter \`${name}\`. Pass it: navigate(view, { ${name}: … }).`,
    { data: { pattern, name } },
  );
}

export function pageFailed(path: string, cause: unknown): RuneError {
  return new RuneError(
    "page_failed",
    `The page ${path} could not be opened: ${cause instanceof Error ? cause.message : String(cause)}`,
    // Where it happened, if the cause knows.
    { cause, data: { ...(isRuneError(cause) && cause.data), path } },
  );
}
