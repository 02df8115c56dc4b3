import { ignoredPattern } from "../messages.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute } from "../parse/markup.ts";

/** Reports a `pattern` of a field that browsers ignore: they read it with the flag `v`, which is stricter than regular expressions mostly are. */
export function checkPattern(page: PageContext, { value, valueSpan }: MarkupAttribute): void {
  try {
    RegExp(`^(?:${value})$`, "v");
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: (?=[^:]*$)/s, "") : "";
    page.reporter.report(ignoredPattern(reason), valueSpan);
  }
}
