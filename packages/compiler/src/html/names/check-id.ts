import { duplicateId, idInComponent, idInRow, invalidName } from "../messages.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute } from "../parse/markup.ts";
import { isWord } from "./markup-names.ts";
import type { Scope } from "./scope.ts";

/** Checks that an id is one, and the only one of its name that can be in the page at that time. */
export function checkId(page: PageContext, scope: Scope | undefined, attribute: MarkupAttribute): void {
  const { value, valueSpan } = attribute;
  const first = page.ids.get(value);
  if (!isWord(value)) page.reporter.report(invalidName("id", value), valueSpan);
  else if (page.isRepeated) page.reporter.report(idInComponent(value), valueSpan);
  else if (scope) page.reporter.report(idInRow(value), valueSpan);
  else if (first !== undefined) {
    const { line } = page.source.createRange(first, first).start;
    page.reporter.report(duplicateId(value, line), valueSpan);
  } else page.ids.set(value, valueSpan.start);
}
