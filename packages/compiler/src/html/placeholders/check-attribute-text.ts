import { attributeNotEvaluated } from "../messages.ts";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute } from "../parse/markup.ts";
import { findPlaceholders } from "./find-placeholders.ts";
import type { Placeholder } from "./find-placeholders.ts";

/** Warns of a static attribute that looks as if it were evaluated. Returns whether it does. */
export function checkAttributeText(
  page: PageContext,
  scope: Scope | undefined,
  tag: string,
  attribute: MarkupAttribute,
): boolean {
  const { name, value } = attribute;
  const isPath = tag === "a" && name === "href" && /^\/(?![/\\])/.test(value);
  return report(page, attribute, findWritten(page, scope, attribute), isPath ? "data-link" : `data-bind-${name}`);
}

/** Warns of parts of a `data-link` that look as if they were evaluated, as those in `${…}` are. */
export function checkLinkText(page: PageContext, scope: Scope | undefined, attribute: MarkupAttribute): void {
  const placeholders = findWritten(page, scope, attribute).filter(({ text }) => text.startsWith("{"));
  report(page, attribute, placeholders, "data-link");
}

/** A character reference for the opening brace says that text is meant. */
function findWritten(page: PageContext, scope: Scope | undefined, { value, locate }: MarkupAttribute): Placeholder[] {
  return findPlaceholders(value, page, scope).filter(({ text, index }) =>
    page.source.text.startsWith(text.slice(0, 2), locate(index, index).start),
  );
}

function report(page: PageContext, attribute: MarkupAttribute, found: Placeholder[], directive: string): boolean {
  const [first] = found;
  if (!first) return false;
  const binding = writeBinding(directive, attribute.value, found);
  const span = attribute.locate(first.index, first.index + first.text.length);
  page.reporter.report(attributeNotEvaluated(first.text, binding), span);
  return true;
}

/** The same as a directive. A link takes text with parts, a binding an expression. */
function writeBinding(directive: string, value: string, placeholders: Placeholder[]): string {
  const [first] = placeholders;
  const isWhole = placeholders.length === 1 && first?.text === value.trim();
  let text = "";
  let done = 0;
  for (const { text: whole, expression, index } of placeholders) {
    text += `${value.slice(done, index)}\${${expression}}`;
    done = index + whole.length;
  }
  text += value.slice(done);
  const written = directive === "data-link" ? text : isWhole ? (first?.expression ?? "") : `\`${text}\``;
  const isWritable = !placeholders.some(({ isBlock }) => isBlock) && !/["`\\\n]/.test(value) && value.length <= 80;
  return `${directive}="${isWritable ? written : "…"}"`;
}
