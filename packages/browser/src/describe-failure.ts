import type { RuneError } from "@rune/schema";

/** What a page shows instead of an app. What says it well is seldom needed, and may be as unreachable as the package. */
export function describeFailure(document: Document, error: RuneError): Promise<Node | string> {
  return import("./create-failure.ts").then(
    ({ createFailure }) => createFailure(document, error),
    () => error.message,
  );
}
