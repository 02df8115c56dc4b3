import { checkAttribute, checkElement, LANGUAGE_TAG } from "@rune/schema";
import type { ViewHead } from "@rune/schema";
import { findDirective } from "../directives/find-directive.ts";
import { compileRoute } from "../directives/route.ts";
import {
  duplicateTitle,
  elementInHead,
  ignoredAttribute,
  ignoredMeta,
  invalidLanguage,
  refusedMarkup,
} from "../messages.ts";
import { compileExpression } from "../expression/compile-expression.ts";
import type { Lowered } from "../expression/lowered.ts";
import { headDirective } from "./messages.ts";
import type { PageContext } from "../page-context.ts";
import { checkText } from "../placeholders/check-text.ts";
import type { MarkupAttribute, MarkupElement, MarkupNode, MarkupPage } from "../parse/markup.ts";

/** A page without its head. */
export interface ExtractedHead {
  head: ViewHead;
  /** What shows. */
  body: MarkupNode[];
}

/** Takes title, metadata and language out of a page. In a page without document tags they stand at the top level. */
export function extractHead(page: PageContext, markup: MarkupPage): ExtractedHead {
  const head: ViewHead = {};
  for (const root of markup.roots) readRoot(page, head, root);
  for (const node of markup.head) {
    if (node.type === "element" && !readHeadElement(page, head, node)) refuseInHead(page, node);
  }
  if (markup.isDocument) return { head, body: markup.body };
  const body = markup.body.filter((node) => node.type === "text" || !readHeadElement(page, head, node));
  return { head, body: trimStart(body) };
}

/** Drops the white space before a page's content, as it is dropped before that of a document. */
function trimStart(nodes: readonly MarkupNode[]): MarkupNode[] {
  const trimmed = nodes.map((node) =>
    node.type === "text" ? { ...node, value: node.value.replace(blanks, "") } : node,
  );
  const first = trimmed.findIndex((node) => node.type === "element" || node.value !== "");
  return first < 0 ? [] : [...trimmed.slice(first, first + 1), ...nodes.slice(first + 1)];
}

const blanks = /^[ \t\n\f\r]+/;

function readRoot(page: PageContext, head: ViewHead, root: MarkupElement): void {
  for (const attribute of root.attributes) {
    if (attribute.name === "lang" && root.tag === "html") {
      readLanguage(page, head, attribute);
    } else if (attribute.name === "data-bind-lang" && root.tag === "html") {
      const value = compileExpression(page, undefined, attribute);
      if (value) (head.bindings ??= []).push({ type: "lang", value: value.expression });
    } else if (attribute.name === "data-route") compileRoute({ page, attribute });
    else {
      const isDirective = findDirective(attribute).type !== "attribute";
      page.reporter.report(ignoredAttribute(attribute.name, root.tag, isDirective), attribute.nameSpan);
    }
  }
}

function readLanguage(page: PageContext, head: ViewHead, { value, valueSpan }: MarkupAttribute): void {
  const language = value.trim();
  if (!LANGUAGE_TAG.test(language)) page.reporter.report(invalidLanguage(language), valueSpan);
  else if (language !== "") head.lang = language;
}

/** Reads an element into the head. Returns whether it belongs there. */
function readHeadElement(page: PageContext, head: ViewHead, element: MarkupElement): boolean {
  if (element.tag === "title") readTitle(page, head, element);
  else if (element.tag === "meta" && !element.attributes.some(({ name }) => name === "itemprop")) {
    readMeta(page, head, element);
  } else return false;
  return true;
}

function readTitle(page: PageContext, head: ViewHead, element: MarkupElement): void {
  const value = readBinding(page, element, "data-bind");
  if (value) (head.bindings ??= []).push({ type: "title", value: value.expression });
  if (head.title !== undefined) page.reporter.report(duplicateTitle(), element.span);
  checkText(page, undefined, element.children, element.tag);
  head.title = element.children
    .map((child) => (child.type === "text" ? child.value : ""))
    .join("")
    .trim()
    .replace(/\s+/g, " ");
}

function readMeta(page: PageContext, head: ViewHead, element: MarkupElement): void {
  const bound = readBinding(page, element, "data-bind-content");
  const values = new Map<string, string>();
  for (const { name, value, nameSpan } of element.attributes) {
    if (name.startsWith("data-")) continue;
    values.set(name, value);
    // A name is what makes it part of the head; the rule is about elements in the page.
    const refusal = name === "name" ? undefined : checkAttribute("meta", name, value, page.options.policy);
    if (refusal) return page.reporter.report(refusedMarkup(refusal), nameSpan);
  }
  const name = values.get("name");
  const content = values.get("content");
  if (name !== undefined && bound) (head.bindings ??= []).push({ type: "meta", name, value: bound.expression });
  if (name !== undefined && content !== undefined) (head.meta ??= []).push({ name, content });
  else if (name !== undefined && bound) return;
  else if (!values.has("charset")) page.reporter.report(ignoredMeta(), element.span);
}

/** Reads the one directive that an element of the head can have; others are refused. */
function readBinding(page: PageContext, element: MarkupElement, known: string): Lowered | undefined {
  let value: Lowered | undefined;
  for (const attribute of element.attributes) {
    if (attribute.name === known) value = compileExpression(page, undefined, attribute);
    else if (findDirective(attribute).type !== "attribute") {
      page.reporter.report(headDirective(attribute.name, element.tag, known), attribute.nameSpan);
    }
  }
  return value;
}

function refuseInHead(page: PageContext, element: MarkupElement): void {
  const refusal = checkElement(element.tag, page.options.policy);
  page.reporter.report(refusal ? refusedMarkup(refusal) : elementInHead(element.tag), element.span);
}
