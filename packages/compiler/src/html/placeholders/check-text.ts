import { textNotEvaluated } from "../messages.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupNode, MarkupText } from "../parse/markup.ts";
import { findPlaceholders } from "./find-placeholders.ts";

/** Elements whose text is often code that a page explains. */
const codeElements: ReadonlySet<string> = new Set(["code", "pre", "samp", "kbd", "math:math"]);

/** Warns of text that looks as if it were evaluated. */
export function checkText(page: PageContext, nodes: readonly MarkupNode[], tag = "body"): void {
  for (const node of nodes) {
    if (node.type === "text") checkOne(page, node, tag);
    else if (!codeElements.has(node.tag)) checkText(page, node.children, node.tag);
  }
}

function checkOne(page: PageContext, { value, span }: MarkupText, tag: string): void {
  let from = span.start;
  const source = page.source.text.slice(0, span.end);
  for (const placeholder of findPlaceholders(value, page)) {
    const start = source.indexOf(placeholder.text, from);
    const message = textNotEvaluated(placeholder, tag);
    if (start < 0) {
      // Character references: of the opening brace they say that text is meant, of others only where it is.
      const opening = source.indexOf(placeholder.text.slice(0, 2), from);
      if (opening >= 0) page.reporter.report(message, { start: opening, end: span.end });
      return;
    }
    from = start + placeholder.text.length;
    page.reporter.report(message, { start, end: from });
  }
}
