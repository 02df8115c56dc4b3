import { html } from "parse5";
import type { DefaultTreeAdapterTypes, Token } from "parse5";
import { droppedTag, misnestedTag, tooDeepElements } from "../messages.ts";
import { isMeaningful } from "../names/markup-names.ts";
import type { ViewKind } from "../options.ts";
import type { Reporter, Span } from "../reporter.ts";
import { mapReferences, splitAttribute } from "./attribute-source.ts";
import type { PairCheck } from "./check-pairs.ts";
import { createPairCheck } from "./check-pairs.ts";
import type { MarkupAttribute, MarkupElement, MarkupNode, MarkupPage } from "./markup.ts";
import { reportParseErrors } from "./parse-errors.ts";
import { isDrawing } from "./is-drawing.ts";
import { TrackingParser } from "./tracking-parser.ts";
import type { SeenTag } from "./tracking-parser.ts";

/**
 * Deepest nesting of elements. A loader refuses JSON that nests deeper than 512 levels, and an element is two of them
 * to its validator.
 */
export const MAX_ELEMENT_DEPTH = 200;

interface ConvertContext {
  text: string;
  reporter: Reporter;
  /** Offsets of the start tags that became elements. */
  placed: Set<number>;
  pairs: PairCheck;
  isTooDeep: boolean;
}

/**
 * Parses a file as browsers parse it: a page as a document if it has document tags, else as the content of a body; a component as that of
 * the element that it is for, by default of a `<g>` if it begins with an element that only SVG has, else of a `<template>`, where anything may be.
 */
export function parsePage(
  text: string,
  kind: ViewKind,
  reporter: Reporter,
  within: string = isDrawing(text) ? "svg:g" : "template",
): MarkupPage {
  const asContent = TrackingParser.parseContent(text, kind === "component" ? within : "body");
  const isDocument = kind !== "component" && asContent.parser.hasDocumentTags;
  const { parser, children } = isDocument ? TrackingParser.parseDocument(text) : asContent;
  reportParseErrors(text, parser.seenErrors, reporter);
  const context: ConvertContext = { text, reporter, placed: new Set(), pairs: createPairCheck(text), isTooDeep: false };
  const page: MarkupPage = { isDocument, roots: [], head: [], body: [] };
  if (isDocument) fillDocument(context, page, parser, children);
  else page.body = convertAll(context, children, { start: 0, end: 1 }, 1);
  if (context.isTooDeep) return page;
  const dropped = parser.seenTags.filter(({ tag, offset }) => !context.placed.has(offset) && !isShell(tag));
  reportDropped(dropped, reporter);
  context.pairs.report(parser.endTags, dropped, reporter);
  return page;
}

function fillDocument(
  context: ConvertContext,
  page: MarkupPage,
  parser: TrackingParser,
  children: DefaultTreeAdapterTypes.ChildNode[],
): void {
  const top: Span = { start: 0, end: 1 };
  for (const root of children.filter((node) => isElement(node))) {
    page.roots.push(convertShell(context, parser, root));
    for (const part of root.childNodes) {
      if (!isElement(part)) continue;
      if (part.tagName === "head") page.head.push(...convertAll(context, part.childNodes, top, 1));
      else if (part.tagName === "body") {
        page.roots.push(convertShell(context, parser, part));
        page.body.push(...convertAll(context, part.childNodes, top, 1));
      } else page.body.push(convertElement(context, part, top, 1));
    }
  }
}

/** An element of the document's skeleton, for its attributes alone; those of a second `<body>` are added to the first. */
function convertShell(
  context: ConvertContext,
  parser: TrackingParser,
  element: DefaultTreeAdapterTypes.Element,
): MarkupElement {
  const start = parser.seenTags.findLast(({ tag }) => tag === element.tagName)?.offset ?? 0;
  const span = { start, end: start + 1 + element.tagName.length };
  const attributes = convertAttributes(context, element, span);
  return { type: "element", tag: element.tagName, span, attributes, children: [] };
}

function isElement(node: DefaultTreeAdapterTypes.Node): node is DefaultTreeAdapterTypes.Element {
  return "tagName" in node;
}

function isTemplate(node: DefaultTreeAdapterTypes.Element): node is DefaultTreeAdapterTypes.Template {
  return "content" in node;
}

function convertAll(
  context: ConvertContext,
  nodes: DefaultTreeAdapterTypes.ChildNode[],
  parent: Span,
  depth: number,
): MarkupNode[] {
  const out: MarkupNode[] = [];
  for (const node of nodes) {
    if (isElement(node)) {
      if (depth <= MAX_ELEMENT_DEPTH) out.push(convertElement(context, node, parent, depth));
      else if (!context.isTooDeep) {
        context.isTooDeep = true;
        context.reporter.report(tooDeepElements(MAX_ELEMENT_DEPTH), locateTag(node) ?? parent);
      }
    } else if ("value" in node) {
      const location = node.sourceCodeLocation;
      const span = location ? { start: location.startOffset, end: location.endOffset } : parent;
      out.push({ type: "text", value: node.value, span });
    }
  }
  return out;
}

function convertElement(
  context: ConvertContext,
  node: DefaultTreeAdapterTypes.Element,
  parent: Span,
  depth: number,
): MarkupElement {
  const span = locateTag(node);
  const attributes = convertAttributes(context, node, span ?? parent);
  const isCopy = span ? context.placed.has(span.start) : attributes.length > 0;
  if (span && !isCopy) context.pairs.note(node);
  if (span) context.placed.add(span.start);
  const isReported = isCopy && attributes.some(({ name }) => isMeaningful(name));
  if (isReported) context.reporter.report(misnestedTag(node.tagName), span ?? parent);
  const children = isTemplate(node) ? node.content.childNodes : node.childNodes;
  return {
    type: "element",
    tag: prefixTag(node),
    span: span ?? parent,
    attributes: isReported ? [] : attributes,
    children: convertAll(context, children, span ?? parent, depth + 1),
  };
}

function prefixTag(node: DefaultTreeAdapterTypes.Element): string {
  // SVG has neither templates nor slots. One with a directive, and a slot, stands for what is in it, as it does elsewhere.
  const isDirective =
    node.tagName === "slot" || (node.tagName === "template" && node.attrs.some(({ name }) => name.startsWith("data-")));
  if (node.namespaceURI === html.NS.SVG && !isDirective) return `svg:${node.tagName}`;
  if (node.namespaceURI === html.NS.MATHML) return `math:${node.tagName}`;
  return node.tagName;
}

function locateTag(node: DefaultTreeAdapterTypes.Element): Span | undefined {
  const tag = node.sourceCodeLocation?.startTag;
  return tag && { start: tag.startOffset, end: tag.startOffset + 1 + node.tagName.length };
}

function convertAttributes(
  context: ConvertContext,
  node: DefaultTreeAdapterTypes.Element,
  element: Span,
): MarkupAttribute[] {
  return node.attrs.map((attribute) => {
    const name = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
    const location = node.sourceCodeLocation?.attrs?.[name.toLowerCase()];
    return convertAttribute(context.text, name, attribute.value, element, location);
  });
}

/** An attribute that the parser copied to this element has no place of its own; its element stands in. */
function convertAttribute(
  text: string,
  name: string,
  value: string,
  element: Span,
  location?: Token.Location,
): MarkupAttribute {
  const parts = location
    ? splitAttribute(text, location.startOffset, location.endOffset)
    : { name: element, value: undefined };
  const valueSpan = parts.value ?? parts.name;
  const mapped = parts.value && mapReferences(text, parts.value);
  const offsets = mapped?.length === value.length + 1 ? mapped : undefined;
  const offsetAt = (index: number): number => offsets?.[index] ?? Math.min(valueSpan.start + index, valueSpan.end);
  return {
    name,
    written: location ? text.slice(parts.name.start, parts.name.end) : name,
    value,
    nameSpan: parts.name,
    valueSpan,
    locate: (from, to) => (parts.value ? { start: offsetAt(from), end: offsetAt(to) } : parts.name),
  };
}

/** Whether a tag is of the document's skeleton, whose elements are there once, however often they are written. */
function isShell(tag: string): boolean {
  return tag === "html" || tag === "head" || tag === "body";
}

/** Reports the tags that tree construction left out of the tree. */
function reportDropped(dropped: readonly SeenTag[], reporter: Reporter): void {
  for (const { tag, offset, attributes } of dropped) {
    const message = droppedTag(tag, attributes.some(isMeaningful));
    reporter.report(message, { start: offset, end: offset + 1 + tag.length });
  }
}
