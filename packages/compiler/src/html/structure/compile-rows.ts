import { compileExpression } from "../expression/compile-expression.ts";
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
    page.reporter.report(invalidFor(list.name, names.problem), span);
  }
  const item = "problem" in names ? "" : names.item;
  const index = "problem" in names ? undefined : names.index;
  const each = "problem" in names ? undefined : compileExpression(page, outer, list, names.listStart);
  const scope: Scope = { item, index, shape: readElements(each?.shape), parent: outer };
  const isRange = typeof each?.expression === "number";
  if (!key && !isRange && template.some((node) => holdsInput(node))) {
    page.reporter.report(missingKey(list.name), list.nameSpan);
  }
  const keyValue = key && compileExpression(page, scope, key)?.expression;
  const filterValue = filter && compileExpression(page, scope, filter)?.expression;
  const head: Rows["head"] = { item, each: each?.expression ?? null };
  if (index !== undefined) head.index = index;
  if (keyValue !== undefined) head.key = keyValue;
  if (filterValue !== undefined) head.filter = filterValue;
  return { head, scope };
}

function holdsInput(node: MarkupNode): boolean {
  if (node.type === "text") return false;
  return ["input", "textarea", "select"].includes(node.tag) || node.children.some((child) => holdsInput(child));
}
