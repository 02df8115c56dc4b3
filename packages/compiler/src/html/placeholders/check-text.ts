import { textNotEvaluated } from "../messages.ts";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupElement, MarkupNode, MarkupText } from "../parse/markup.ts";
import { parseRows } from "../structure/parse-rows.ts";
import { findPlaceholders } from "./find-placeholders.ts";

/** Elements whose text is often code that a page explains. */
const codeElements: ReadonlySet<string> = new Set(["code", "pre", "samp", "kbd", "math:math"]);

/** Warns of text that looks as if it were evaluated. Components that are defined in between have texts and names of their own. */
export function checkText(
  page: PageContext,
  scope: Scope | undefined,
  nodes: readonly MarkupNode[],
  tag = "body",
): void {
  for (const node of nodes) {
    if (node.type === "text") checkOne(page, scope, node, tag);
    else if (!codeElements.has(node.tag) && !hasAttribute(node, "data-component")) {
      checkText(page, readScope(scope, node), node.children, node.tag);
    }
  }
}

/** The names of the rows that an element is repeated for, or its children. */
function readScope(scope: Scope | undefined, { attributes }: MarkupElement): Scope | undefined {
  let inner = scope;
  for (const name of ["data-for", "data-each"]) {
    const list = attributes.find((each) => each.name === name);
    const names = list && parseRows(list.value);
    if (!names) continue;
    const { item, index } = "problem" in names ? { item: "" } : names;
    inner = { item, index, shape: undefined, parent: inner };
  }
  return inner;
}

function hasAttribute({ attributes }: MarkupElement, wanted: string): boolean {
  return attributes.some(({ name }) => name === wanted);
}

function checkOne(page: PageContext, scope: Scope | undefined, { value, span }: MarkupText, tag: string): void {
  let from = span.start;
  const source = page.source.text.slice(0, span.end);
  for (const placeholder of findPlaceholders(value, page, scope)) {
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
