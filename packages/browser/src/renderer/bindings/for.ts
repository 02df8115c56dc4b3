import type { ForBinding } from "@rune/schema";
import { listDuplicateKey, listInvalid } from "../../messages.ts";
import type { Block, CompiledBinding, CompiledTemplate, Region } from "../block.ts";
import { createBlock, removeBlock, updateBlock } from "../block.ts";
import { collectDataNames } from "../data-names.ts";
import { compileExpression } from "../expression.ts";
import type { Evaluate } from "../expression.ts";
import { listItems } from "../list-items.ts";
import { reconcileRows } from "../reconcile-rows.ts";
import type { Row } from "../row.ts";
import type { BindingScope } from "./binding-scope.ts";

/** What a list wants to show: one entry a row, and the row's identity. */
interface RowList {
  readonly keys: unknown[];
  readonly items: unknown[];
  /** Positions in the author's list. */
  readonly indexes: number[];
}

interface ForRegion extends Region {
  keys: unknown[];
  /** What shows while there is no row. */
  empty: Block | undefined;
  /** The last value that was no list, so that it is reported once. */
  invalid: unknown;
  hasDuplicates: boolean;
}

/** `data-for` and `data-each`: one block a row; rows keep their nodes as long as their key is in the list. */
export function compileFor(binding: ForBinding, { context, rows, template }: BindingScope): CompiledBinding {
  const each = compileExpression(binding.each, context);
  const inner = [collectDataNames(binding.each, rows), ...rows];
  const key = binding.key === undefined ? undefined : compileExpression(binding.key, context);
  const filter = binding.filter === undefined ? undefined : compileExpression(binding.filter, context);
  const rowTemplate = template(binding.template, inner);
  const emptyTemplate = binding.empty === undefined ? undefined : template(binding.empty, rows);
  return {
    create: (anchor): ForRegion => ({
      anchor,
      blocks: [],
      keys: [],
      empty: undefined,
      invalid: undefined,
      hasDuplicates: false,
    }),
    update(_anchor, memory, row) {
      const region = memory as ForRegion;
      const value = each(row);
      const list = readRows(value, row, key, filter);
      if (!list && !Object.is(region.invalid, value)) context.report(listInvalid(binding.item, value));
      region.invalid = list ? undefined : value;
      const next = list ?? { keys: [], items: [], indexes: [] };
      // Keys that were good last time are good still.
      const isKnown = next.keys.length === region.keys.length && next.keys.every((id, i) => id === region.keys[i]);
      if (!isKnown && removeDuplicates(next, key !== undefined) && !region.hasDuplicates) {
        region.hasDuplicates = true;
        context.report(listDuplicateKey(binding.item));
      }
      hideEmpty(region, next);
      showRows(region, next, row, rowTemplate);
      showEmpty(region, row, emptyTemplate);
      return region;
    },
  };
}

/** Rows of primitives without a key are told apart by position, so that a changed value updates its row in place. */
function readRows(
  value: unknown,
  parent: Row | undefined,
  key: Evaluate | undefined,
  filter: Evaluate | undefined,
): RowList | undefined {
  const list = listItems(value);
  if (!list) return undefined;
  const found: RowList = { keys: [], items: [], indexes: [] };
  const probe: Row = { parent, item: undefined, index: 0 };
  list.items.forEach((item, index) => {
    probe.item = item;
    probe.index = index;
    if (filter && !filter(probe)) return;
    const isObject = typeof item === "object" && item !== null;
    found.keys.push(key ? key(probe) : list.keys ? list.keys[index] : isObject ? item : found.items.length);
    found.items.push(item);
    found.indexes.push(index);
  });
  return found;
}

/**
 * Of rows with the same key only the last stays. An object that is in a list twice and has no key of its own is no
 * mistake: the repeats are told apart by position. Returns whether there were duplicates.
 */
function removeDuplicates(list: RowList, isKeyed: boolean): boolean {
  const last = new Map(list.keys.map((key, i) => [key, i]));
  if (last.size === list.keys.length) return false;
  if (!isKeyed) {
    list.keys.forEach((key, i) => {
      if (last.get(key) !== i) list.keys[i] = i;
    });
    return false;
  }
  const kept = [...last.values()].sort((a, b) => a - b);
  for (const column of [list.keys, list.items, list.indexes] as unknown[][]) {
    column.splice(0, column.length, ...kept.map((i) => column[i]));
  }
  return true;
}

function showRows(region: ForRegion, list: RowList, parent: Row | undefined, template: () => CompiledTemplate): void {
  const create = (i: number): [Block, DocumentFragment] =>
    createBlock(template(), { parent, item: list.items[i], index: list.indexes[i] ?? 0 });
  const update = (block: Block, i: number): void => {
    const { row } = block;
    if (row) {
      row.item = list.items[i];
      row.index = list.indexes[i] ?? 0;
    }
    updateBlock(block);
  };
  reconcileRows(region, region.keys, list.keys, create, update);
  region.keys = list.keys;
}

function hideEmpty(region: ForRegion, list: RowList): void {
  if (!region.empty || list.keys.length === 0) return;
  removeBlock(region.empty);
  region.empty = undefined;
  region.blocks = [];
}

function showEmpty(region: ForRegion, row: Row | undefined, template: (() => CompiledTemplate) | undefined): void {
  if (!template || region.keys.length > 0) return;
  if (region.empty) {
    updateBlock(region.empty);
    return;
  }
  const [block, content] = createBlock(template(), row);
  region.empty = block;
  region.blocks = [block];
  region.anchor.parentNode?.insertBefore(content, region.anchor);
}
