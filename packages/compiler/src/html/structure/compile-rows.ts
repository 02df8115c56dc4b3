import type { ForCheck } from "../check/check-node.ts";
import { readExpression } from "../expression/compile-expression.ts";
import { readElements } from "../expression/shape.ts";
import { invalidFor, missingKey } from "../messages.ts";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { ForBlock } from "../page-tree.ts";
import type { MarkupAttribute, MarkupNode } from "../parse/markup.ts";
import { parseRows } from "./parse-rows.ts";

/** Rows whose template is not compiled yet. */
export interface Rows {
  head: Pick<ForBlock, "item" | "index" | "each" | "key" | "filter">;
  /** Names that the row's template sees. */
  scope: Scope;
  /** The rows as their types are checked; what is in them is not noted yet. */
  check: ForCheck;
}

/** The attributes that make rows. */
export interface RowAttributes {
  list: MarkupAttribute;
  key: MarkupAttribute | undefined;
  filter: MarkupAttribute | undefined;
}

/** Compiles `data-for` or `data-each` with its key and filter. Errors leave rows without a list. */
export function compileRows(
  page: PageContext,
  outer: Scope | undefined,
  { list, key, filter }: RowAttributes,
  template: readonly MarkupNode[],
): Rows {
  const names = parseRows(list.value);
  if ("problem" in names) {
    const span = list.value.trim() === "" ? list.nameSpan : list.locate(names.start, names.end);
    page.reporter.report(invalidFor(list.name, names.problem, names.advice), span);
  }
  const item = "problem" in names ? "" : names.item;
  const index = "problem" in names ? undefined : names.index;
  const each = "problem" in names ? undefined : readExpression(page, outer, list, names.listStart);
  const scope: Scope = { item, index, shape: readElements(each?.lowered.shape), parent: outer };
  const isRange = typeof each?.lowered.expression === "number";
  if (!key && !isRange && template.some((node) => holdsEntry(node))) {
    page.reporter.report(missingKey(list.name), list.nameSpan);
  }
  const keyValue = key && readExpression(page, { ...scope, isKey: true }, key);
  const filterValue = filter && readExpression(page, scope, filter);
  const head: Rows["head"] = { item, each: each?.lowered.expression ?? null };
  if (index !== undefined) head.index = index;
  if (keyValue) head.key = keyValue.lowered.expression;
  if (filterValue) head.filter = filterValue.lowered.expression;
  const check: ForCheck = {
    type: "for",
    item,
    index,
    list: each?.checked,
    key: keyValue?.checked,
    filter: filterValue?.checked,
    children: [],
    empty: [],
  };
  return { head, scope, check };
}

/** Whether there is a field that keeps what is entered for itself: one that shows data has that of its row. */
function holdsEntry(node: MarkupNode): boolean {
  if (node.type === "text") return false;
  const isField = ["input", "textarea", "select"].includes(node.tag);
  const showsData = node.attributes.some(({ name }) => /^data-(?:model|bind-(?:value|checked))(?:\.|$)/.test(name));
  return (isField && !showsData) || node.children.some((child) => holdsEntry(child));
}
