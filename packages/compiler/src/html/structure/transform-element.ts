import { checkAttribute, checkElement } from "@rune/schema";
import { findDirective } from "../directives/find-directive.ts";
import { translateForeign } from "../directives/foreign-directive.ts";
import {
  directiveOnTemplate,
  drawnInHtml,
  invalidAttributeName,
  invalidTagName,
  misplacedHeadElement,
  refusedMarkup,
} from "../messages.ts";
import { isDrawn } from "../parse/is-drawing.ts";
import { checkPattern } from "./check-pattern.ts";
import { checkId } from "../names/check-id.ts";
import { isAttributeName, isTagName } from "../names/markup-names.ts";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { ElementBinding, PageElement, PageNode } from "../page-tree.ts";
import type { MarkupAttribute, MarkupElement } from "../parse/markup.ts";
import { checkAttributeText } from "../placeholders/check-attribute-text.ts";
import { noteLink } from "../resources/note-link.ts";
import { rewriteAssets } from "../resources/rewrite-assets.ts";

/** Transforms an element that is there; of a `<template>` only its content remains. Refused elements vanish, reported. */
export function transformElement(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
  transformChildren: () => PageNode[],
): PageNode[] {
  if (!isAllowed(page, element)) return [];
  if (element.tag === "template") {
    checkTemplate(page, element);
    return transformChildren();
  }
  const result: PageElement = { type: "element", tag: element.tag, attributes: [], bindings: [], children: [] };
  for (const attribute of element.attributes) {
    const bindings = transformAttribute(page, scope, element, attribute);
    if (bindings) result.bindings.push(...bindings);
    else result.attributes.push([attribute.name, keepAttribute(page, scope, element, attribute)]);
  }
  // An outlet is empty, whatever white space its author has in it.
  if (!result.bindings.some(({ type }) => type === "outlet")) result.children = transformChildren();
  return [result];
}

function isAllowed(page: PageContext, element: MarkupElement): boolean {
  const { tag, span } = element;
  const refusal = checkElement(tag, page.options.policy);
  if (!isTagName(tag)) page.reporter.report(invalidTagName(tag), span);
  else if (refusal) page.reporter.report(refusedMarkup(refusal), span);
  else if (tag === "title" || (tag === "meta" && element.attributes.some(({ name }) => name === "name"))) {
    page.reporter.report(misplacedHeadElement(tag, page.kind === "component"), span);
  } else {
    if (isDrawn(tag)) page.reporter.report(drawnInHtml(tag), span);
    return true;
  }
  return false;
}

/** The bindings that an attribute means, or `undefined` for one that stays. */
function transformAttribute(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
  attribute: MarkupAttribute,
): ElementBinding[] | undefined {
  const found = findDirective(attribute);
  switch (found.type) {
    case "structural":
      return [];
    case "refused":
      page.reporter.report(found.message, attribute.nameSpan);
      return [];
    case "directive":
      return found.compile({ page, scope, element, attribute, argument: found.argument });
    case "attribute":
      if (found.warning) page.reporter.report(found.warning, attribute.nameSpan);
      return undefined;
  }
}

/** Checks a static attribute and returns the value that goes into the view. */
function keepAttribute(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
  attribute: MarkupAttribute,
): string {
  const { name, value } = attribute;
  const isPlain = !isAttributeName(name) || !checkAttributeText(page, scope, element.tag, attribute);
  const refusal = isAttributeName(name) ? checkAttribute(element.tag, name, value, page.options.policy) : undefined;
  if (refusal) {
    page.reporter.report(
      refusedMarkup(refusal),
      refusal.type === "attribute" ? attribute.nameSpan : attribute.valueSpan,
    );
  } else if (!isAttributeName(name))
    page.reporter.report(invalidAttributeName(name, translateForeign(attribute.written)), attribute.nameSpan);
  else if (name === "id") checkId(page, scope, attribute);
  else if (name === "pattern" && element.tag === "input") checkPattern(page, attribute);
  if (!isPlain) return value;
  noteLink(page, element, attribute);
  return rewriteAssets(page, element.tag, attribute);
}

/** Only the content of a `<template>` shows, so nothing else can be said about it. */
function checkTemplate(page: PageContext, element: MarkupElement): void {
  for (const attribute of element.attributes) {
    const found = findDirective(attribute);
    if (found.type === "refused") page.reporter.report(found.message, attribute.nameSpan);
    else if (attribute.name === "data-route") transformAttribute(page, undefined, element, attribute);
    else if (found.type === "directive" || attribute.name === "id") {
      page.reporter.report(directiveOnTemplate(attribute.name), attribute.nameSpan);
    } else if (found.type === "attribute" && found.warning) {
      page.reporter.report(found.warning, attribute.nameSpan);
    }
  }
}
