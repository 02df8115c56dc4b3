import { attributeNotEvaluated } from "../messages.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute } from "../parse/markup.ts";
import { findPlaceholders } from "./find-placeholders.ts";
import type { Placeholder } from "./find-placeholders.ts";

/** Warns of a static attribute that looks as if it were evaluated. Returns whether it does. */
export function checkAttributeText(page: PageContext, tag: string, attribute: MarkupAttribute): boolean {
  const { name, value } = attribute;
  // A character reference for the opening brace says that text is meant.
  const placeholders = findPlaceholders(value, page).filter(({ text, index }) =>
    page.source.text.startsWith(text.slice(0, 2), attribute.locate(index, index).start),
  );
  const [first] = placeholders;
  if (!first) return false;
  const isPath = tag === "a" && name === "href" && /^\/(?![/\\])/.test(value);
  const directive = isPath ? "data-link" : `data-bind-${name}`;
  const binding = writeBinding(directive, value, placeholders, isPath);
  page.reporter.report(
    attributeNotEvaluated(first.text, binding),
    attribute.locate(first.index, first.index + first.text.length),
  );
  return true;
}

/** The same as a directive. A link takes text with parts, a binding an expression. */
function writeBinding(directive: string, value: string, placeholders: Placeholder[], isPath: boolean): string {
  const [first] = placeholders;
  const isWhole = placeholders.length === 1 && first?.text === value.trim();
  let text = "";
  let done = 0;
  for (const { text: whole, expression, index } of placeholders) {
    text += `${value.slice(done, index)}\${${expression}}`;
    done = index + whole.length;
  }
  text += value.slice(done);
  const written = isPath ? text : isWhole ? (first?.expression ?? "") : `\`${text}\``;
  const isWritable = !placeholders.some(({ isBlock }) => isBlock) && !/["`\\\n]/.test(value) && value.length <= 80;
  return `${directive}="${isWritable ? written : "…"}"`;
}
