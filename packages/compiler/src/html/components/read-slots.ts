import { invalidName } from "../messages.ts";
import { isWord } from "../names/markup-names.ts";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { PageNode, SlotContent } from "../page-tree.ts";
import type { MarkupNode } from "../parse/markup.ts";
import type { NamedPlace } from "./component-use.ts";

/** The slot without a name. */
export const DEFAULT_SLOT = "default";

type TransformNodes = (page: PageContext, scope: Scope | undefined, nodes: readonly MarkupNode[]) => PageNode[];

/** Content for a slot, and where the author named the slot. */
export interface PlacedContent extends SlotContent {
  place: NamedPlace;
}

/**
 * Sorts what is inside of a `data-use` by the slots that it is for: elements with `slot="name"`, and everything else for the slot without a
 * name. White space alone is no content, so that the component's own fallback shows.
 */
export function readSlots(
  page: PageContext,
  scope: Scope | undefined,
  nodes: readonly MarkupNode[],
  transform: TransformNodes,
): PlacedContent[] {
  const groups = new Map<string, { nodes: MarkupNode[]; start: number; end: number }>();
  for (const node of nodes) {
    const { name, content, start, end } = readSlot(page, node);
    const group = groups.get(name);
    if (group) group.nodes.push(...content);
    else groups.set(name, { nodes: content, start, end });
  }
  const slots: PlacedContent[] = [];
  for (const [name, group] of groups) {
    if (group.nodes.every((node) => node.type === "text" && isBlank(node.value))) continue;
    const range = page.source.createRange(group.start, group.end);
    slots.push({ name, children: transform(page, scope, group.nodes), place: { name, range } });
  }
  return slots;
}

/** A node and the slot that it is for; of a `<template slot="name">` only the content is meant. */
function readSlot(
  page: PageContext,
  node: MarkupNode,
): { name: string; content: MarkupNode[]; start: number; end: number } {
  const attribute = node.type === "element" ? node.attributes.find(({ name }) => name === "slot") : undefined;
  if (node.type === "text" || !attribute) return { name: DEFAULT_SLOT, content: [node], ...node.span };
  const { value, valueSpan } = attribute;
  if (!isWord(value)) page.reporter.report(invalidName("slot", value), valueSpan);
  const attributes = node.attributes.filter((each) => each !== attribute);
  const isContent = node.tag === "template" && attributes.length === 0;
  return { name: value, content: isContent ? node.children : [{ ...node, attributes }], ...valueSpan };
}

function isBlank(text: string): boolean {
  return !/[^ \t\n\f\r]/.test(text);
}
