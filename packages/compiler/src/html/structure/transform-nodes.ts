import type { Expression } from "@rune/schema";
import type { ForCheck, IfCheck } from "../check/check-node.ts";
import { noteWithin } from "../check/within.ts";
import { readExpression } from "../expression/compile-expression.ts";
import { elseIfAfterList, elseWithoutIf, keyWithoutList, templateNeedsDirective } from "../messages.ts";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { ForBlock, IfBlock, PageNode } from "../page-tree.ts";
import type { MarkupAttribute, MarkupElement, MarkupNode } from "../parse/markup.ts";
import { transformInPlace, transformUse } from "../components/transform-use.ts";
import { transformSlot } from "../components/transform-slot.ts";
import { compileRows } from "./compile-rows.ts";
import type { Rows } from "./compile-rows.ts";
import { readStructure } from "./read-structure.ts";
import type { Structure } from "./read-structure.ts";
import { transformElement } from "./transform-element.ts";

/** What an `else` that comes next belongs to. */
type Chain =
  | { type: "if"; block: IfBlock; check: IfCheck; ids: ChainIds }
  /** The empty state goes into the block: of `data-for` the rows themselves, of `data-each` a block after the container. */
  | { type: "list"; directive: string; block: ForBlock; check: ForCheck; isOwn: boolean; ids: ChainIds };

/** Branches exclude each other, so the ids of one are free for the next. */
interface ChainIds {
  before: Map<string, number>;
}

interface ListContext {
  page: PageContext;
  scope: Scope | undefined;
  out: PageNode[];
  chain: Chain | undefined;
  /** White space after the last branch; dropped if another branch follows. */
  held: PageNode[];
}

/** Transforms siblings: joins the branches of conditions, makes blocks of rows, and keeps everything else in place. */
export function transformNodes(page: PageContext, scope: Scope | undefined, nodes: readonly MarkupNode[]): PageNode[] {
  const context: ListContext = { page, scope, out: [], chain: undefined, held: [] };
  for (const node of nodes) {
    if (node.type === "text") addText(context, node.value);
    else addElement(context, node);
  }
  closeChain(context);
  return context.out;
}

function addText(context: ListContext, value: string): void {
  const isBlank = !/[^ \t\n\f\r]/.test(value);
  if (!isBlank) closeChain(context);
  (context.chain ? context.held : context.out).push({ type: "text", value });
}

function closeChain(context: ListContext): void {
  context.out.push(...context.held);
  context.held = [];
  context.chain = undefined;
}

function addElement(context: ListContext, element: MarkupElement): void {
  const { page, scope } = context;
  const structure = readStructure(element, page.reporter);
  const branch = structure.elseIf ?? structure.else;
  if (structure.key && !structure.for && !structure.each) {
    page.reporter.report(keyWithoutList(), structure.key.nameSpan);
  }
  if (branch && context.chain && addBranch(context, context.chain, element, structure)) return;
  if (branch && !context.chain) page.reporter.report(elseWithoutIf(branch.name), branch.nameSpan);
  closeChain(context);
  if (structure.for) addRows(context, element, structure, structure.for);
  else if (structure.if) addCondition(context, element, structure, structure.if);
  else if (branch) context.out.push(...transformContent(page, scope, element, structure).nodes);
  else addPlain(context, element, structure);
}

/** Adds an else branch to the open chain. Returns whether the chain took it. */
function addBranch(context: ListContext, chain: Chain, element: MarkupElement, structure: Structure): boolean {
  const { page, scope } = context;
  if (chain.type === "list" && structure.elseIf) {
    page.reporter.report(elseIfAfterList(chain.directive), structure.elseIf.nameSpan);
  }
  const taken = page.ids;
  page.ids = new Map(chain.ids.before);
  const when = structure.elseIf && readExpression(page, scope, structure.elseIf);
  const branch = { when: when?.checked, children: [] };
  if (chain.type === "if") chain.check.branches.push(branch);
  const noted = chain.type === "if" ? branch.children : chain.check.empty;
  const children = noteWithin(page, noted, () => transformContent(page, scope, element, structure).nodes);
  page.ids = new Map([...taken, ...page.ids]);
  context.held = [];
  if (chain.type === "if") chain.block.branches.push(createBranch(when?.lowered.expression, children));
  else {
    chain.block.empty = children;
    if (!chain.isOwn) context.out.push(chain.block);
  }
  if (structure.else || chain.type === "list") context.chain = undefined;
  return true;
}

function createBranch(when: Expression | undefined, children: PageNode[]): IfBlock["branches"][number] {
  return when === undefined ? { children } : { when, children };
}

function addCondition(
  context: ListContext,
  element: MarkupElement,
  structure: Structure,
  condition: MarkupAttribute,
): void {
  const { page, scope } = context;
  const before = new Map(page.ids);
  const when = readExpression(page, scope, condition);
  const branch = { when: when?.checked, children: [] };
  const check: IfCheck = { type: "if", branches: [branch] };
  page.checks.push(check);
  const { nodes } = noteWithin(page, branch.children, () => transformContent(page, scope, element, structure));
  const block: IfBlock = { type: "if", branches: [{ when: when?.lowered.expression ?? null, children: nodes }] };
  context.out.push(block);
  context.chain = { type: "if", block, check, ids: { before } };
}

function addRows(context: ListContext, element: MarkupElement, structure: Structure, list: MarkupAttribute): void {
  const { page, scope } = context;
  const before = new Map(page.ids);
  const template = element.tag === "template" ? element.children : [element];
  const rows = compileRows(page, scope, { list, key: structure.key, filter: structure.if }, template);
  const { check } = rows;
  page.checks.push(check);
  const inner = { ...structure, key: undefined };
  const { nodes } = noteWithin(page, check.children, () => transformContent(page, rows.scope, element, inner));
  const block: ForBlock = { type: "for", ...rows.head, children: nodes };
  context.out.push(block);
  context.chain = { type: "list", directive: list.name, block, check, isOwn: true, ids: { before } };
}

function addPlain(context: ListContext, element: MarkupElement, structure: Structure): void {
  const { page, scope } = context;
  const before = new Map(page.ids);
  const { nodes, rows } = transformContent(page, scope, element, structure);
  context.out.push(...nodes);
  if (!rows) return;
  const block: ForBlock = { type: "for", item: rows.head.item, each: rows.head.each, children: [] };
  if (rows.head.key !== undefined) block.key = rows.head.key;
  context.chain = { type: "list", directive: "data-each", block, check: rows.check, isOwn: false, ids: { before } };
}

/** The element itself, or of a `<template>` the content; with the rows of its `data-each`. */
function transformContent(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
  structure: Omit<Structure, "key"> & { key?: MarkupAttribute | undefined },
): { nodes: PageNode[]; rows: Rows | undefined } {
  const { each: list, key, use, component } = structure;
  if (element.tag === "slot") return { nodes: transformSlot(page, scope, element, transformNodes), rows: undefined };
  const transforms = { nodes: transformNodes, element: transformElement };
  if (use) return { nodes: transformUse(page, scope, element, use, transforms), rows: undefined };
  if (component) return { nodes: transformInPlace(page, scope, element, component), rows: undefined };
  const isTemplate = element.tag === "template";
  const rows = list && compileRows(page, scope, { list, key, filter: undefined }, element.children);
  const isUsed = structure.if ?? structure.elseIf ?? structure.else ?? structure.for ?? list;
  if (isTemplate && !isUsed) {
    const other = element.attributes.find(({ name }) => name.startsWith("data-"));
    page.reporter.report(templateNeedsDirective(other?.name), element.span);
  }
  const children = (): PageNode[] => {
    if (!rows) return transformNodes(page, scope, element.children);
    page.checks.push(rows.check);
    const inner = noteWithin(page, rows.check.children, () => transformNodes(page, rows.scope, element.children));
    return [{ type: "for", ...rows.head, children: inner }];
  };
  return { nodes: transformElement(page, scope, element, children), rows };
}
