import type { ForBinding } from "@rune/schema";
import { listDuplicateKey, listInvalid } from "./messages.ts";
import type { Block, CompiledBinding, Home, Region } from "../block.ts";
import { createBlock, reaches, releaseBlock, retype, updateBlock } from "../block.ts";
import { detachBlock } from "../block-nodes.ts";
import { compileExpression } from "../expression.ts";
import { itemType } from "./list-items.ts";
import type { Change } from "../reads.ts";
import { innerChange, isAffected } from "../reads.ts";
import { reconcileRows, trimKeys } from "./reconcile-rows.ts";
import type { Row } from "../row.ts";
import type { ListRow, RowList } from "./row-list.ts";
import { createRowReader, noRows, removeDuplicates } from "./row-list.ts";
import { followObject } from "../watch.ts";
import type { BindingScope, InnerTemplate } from "../bindings/binding-scope.ts";

interface ForRegion extends Region {
  keys: readonly unknown[];
  /** What shows while there is no row. */
  empty: Block | undefined;
  /** The last value that was no list, so that it is reported once. */
  invalid: unknown;
  hasDuplicates: boolean;
}

/** `data-for` and `data-each`: one block a row; rows keep their nodes as long as their key is in the list. */
export function compileFor(binding: ForBinding, scope: BindingScope): CompiledBinding {
  const { context, rows, reads } = scope;
  const each = compileExpression(binding.each, scope);
  if (each.type.kind === "guest") followObject(each, binding.each, reads);
  const inner = [{ type: itemType(each.type), names: new Set(reads.names) }, ...rows];
  const reader = createRowReader(binding, each, { ...scope, rows: inner });
  const rowTemplate = scope.template(binding.template, inner, reader.objects);
  const emptyTemplate = binding.empty === undefined ? undefined : scope.template(binding.empty, rows);
  return {
    inner: () => [...rowTemplate.known(), ...(emptyTemplate?.known() ?? [])],
    ...(reader.objects.length > 0 && {
      keeps(block: Block) {
        const { home } = block as { home: Home };
        const { empty } = home.block.memory[home.binding] as ForRegion;
        return block === empty || reader.keeps(block.row as ListRow);
      },
    }),
    create: (anchor, block, at): ForRegion => ({
      anchor,
      home: { block, binding: at },
      blocks: [],
      keys: [],
      empty: undefined,
      invalid: undefined,
      hasDuplicates: false,
    }),
    update(_anchor, memory, row, change) {
      const region = memory as ForRegion;
      if (change && !isAffected(reads, change)) {
        updateBlocks(region, innerChange(change));
        return region;
      }
      const value = each.evaluate(row);
      const list = reader.read(value, row, region.home.block);
      if (!list && !Object.is(region.invalid, value)) context.report(listInvalid(binding.item, value));
      region.invalid = list ? undefined : value;
      const next = list ?? noRows;
      // Keys that were good last time are good still.
      const { start, newEnd } = trimKeys(region.keys, next.keys);
      if (newEnd > start && removeDuplicates(next, binding.key !== undefined) && !region.hasDuplicates) {
        region.hasDuplicates = true;
        context.report(listDuplicateKey(binding.item));
      }
      hideEmpty(region, next);
      const inside = change && innerChange(change);
      showRows(region, next, row, rowTemplate, inside);
      showEmpty(region, row, emptyTemplate, inside);
      return region;
    },
  };
}

/** Brings what shows up to date, where a change can be seen in it. */
function updateBlocks({ blocks }: Region, change: Change): void {
  const [first] = blocks;
  if (first && reaches(change, first.template)) for (const block of blocks) updateBlock(block, change);
}

function showRows(
  region: ForRegion,
  list: RowList,
  parent: Row | undefined,
  template: InnerTemplate,
  change: Change | undefined,
): void {
  const { keys, items, indexes } = list;
  const compiled = template.known()[0];
  const moved = change && innerChange(change, true);
  // The same for all rows.
  const showsChange = !change || !compiled || reaches(change, compiled);
  const showsMove = !moved || !compiled || reaches(moved, compiled);
  const create = (i: number): [Block, Node] => {
    const row: ListRow = { parent, item: items[i], index: indexes?.[i] ?? i, key: keys[i] };
    return createBlock(template.get(), row, region.home);
  };
  const update = (block: Block, i: number): void => {
    const row = block.row as ListRow;
    const index = indexes?.[i] ?? i;
    const isMoved = row.index !== index;
    const isOther = !Object.is(row.item, items[i]);
    row.item = items[i];
    row.index = index;
    row.key = keys[i];
    retype(block, compiled ?? template.get());
    if (isOther) updateBlock(block, undefined);
    else if (isMoved ? showsMove : showsChange) updateBlock(block, isMoved ? moved : change);
  };
  reconcileRows(region, region.keys, keys, create, update);
  region.keys = keys;
}

function hideEmpty(region: ForRegion, list: RowList): void {
  if (!region.empty || list.keys.length === 0) return;
  detachBlock(region.empty);
  releaseBlock(region.empty);
  region.empty = undefined;
  region.blocks = [];
}

function showEmpty(
  region: ForRegion,
  row: Row | undefined,
  template: InnerTemplate | undefined,
  change: Change | undefined,
): void {
  if (!template || region.keys.length > 0) return;
  if (region.empty) {
    retype(region.empty, template.get());
    updateBlock(region.empty, change);
    return;
  }
  const [block, content] = createBlock(template.get(), row, region.home);
  region.empty = block;
  region.blocks = [block];
  region.anchor.parentNode?.insertBefore(content, region.anchor);
}
