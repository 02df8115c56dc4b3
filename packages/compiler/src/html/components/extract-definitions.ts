import { duplicateComponent, invalidComponentName, misplacedDefinition, directiveOnTemplate } from "../messages.ts";
import type { PageContext } from "../page-context.ts";
import type { MarkupAttribute, MarkupElement, MarkupNode } from "../parse/markup.ts";
import { isComponentName, nameInnerView } from "./definition.ts";
import type { Definition, DefinitionParts } from "./definition.ts";

/** Takes every `<template data-component="name">` out of the page, wherever it is: what it holds shows where it is used. */
export function extractDefinitions(page: PageContext, nodes: readonly MarkupNode[], inside = false): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (node.type === "text") return [node];
    const attribute = node.tag === "template" ? findAttribute(node, "data-component") : undefined;
    if (attribute && inside) page.reporter.report(misplacedDefinition(attribute.value), attribute.nameSpan);
    const children = extractDefinitions(page, node.children, inside || attribute !== undefined);
    if (!attribute) return [{ ...node, children }];
    if (!inside) defineTemplate(page, node, attribute, children);
    return [];
  });
}

function defineTemplate(
  page: PageContext,
  element: MarkupElement,
  attribute: MarkupAttribute,
  content: readonly MarkupNode[],
): void {
  for (const { name, nameSpan } of element.attributes) {
    if (name === "data-component" || name === "data-controller") continue;
    page.reporter.report(directiveOnTemplate(name), nameSpan);
  }
  define(page, element, attribute, { content, isTemplate: true, isRepeated: true });
}

/** Adds a component to those that the file defines; one whose name cannot be used is reported. */
export function define(
  page: PageContext,
  element: MarkupElement,
  attribute: MarkupAttribute,
  parts: DefinitionParts,
): Definition | undefined {
  const name = attribute.value.trim();
  const { reporter, definitions } = page;
  if (!isComponentName(name)) {
    const span = name === "" ? attribute.nameSpan : attribute.valueSpan;
    reporter.report(invalidComponentName("data-component", name), span);
    return undefined;
  }
  const first = definitions.get(name);
  if (first) {
    const { line } = page.source.createRange(first.element.span.start, first.element.span.start).start;
    reporter.report(duplicateComponent(name, line), attribute.valueSpan);
    return undefined;
  }
  const view = nameInnerView(page.root, name);
  const definition = { name, view, element, ...parts };
  definitions.set(name, definition);
  return definition;
}

function findAttribute(element: MarkupElement, name: string): MarkupAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}
