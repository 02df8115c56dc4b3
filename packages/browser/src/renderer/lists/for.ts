import type { ForBinding } from "@rune/schema";
import type { MutationTarget } from "../../page/mutation-target.ts";
import type { Block, CompiledBinding, CompiledTemplate, Home } from "../block.ts";
import { createBlock, reaches, retype, updateBlock } from "../block.ts";
import { compileExpression } from "../expression.ts";
import { itemType } from "./list-items.ts";
import type { Change } from "../reads.ts";
import { innerChange, isAffected } from "../reads.ts";
import type { Difference } from "./common-rows.ts";
import { nothingCommon } from "./common-rows.ts";
import type { ChangedKeys, UpdateRow } from "./reconcile-rows.ts";
import { compareKeys, reconcileRows, removeBlock } from "./reconcile-rows.ts";
import type { RestRows, RowQuota, RowRegion } from "./row-quota.ts";
import { createRowQuota, fitRows } from "./row-quota.ts";
import type { Row } from "../row.ts";
import type { ListRow, RowList, RowReader } from "./row-list.ts";
import { createRowReader, noRows, removeDuplicates } from "./row-list.ts";
import { followObject } from "../watch.ts";
import type { BindingScope, InnerTemplate } from "../bindings/binding-scope.ts";

interface ForRegion extends RowRegion {
  /** The rows that were more than the quota. */
  rest?: RestRows | undefined;
  /** What shows while there is no row. */
  empty?: Block | undefined;
  /** The last value that was no list, so that it is reported once. */
  invalid?: unknown;
  hasDuplicates?: boolean;
  /** What the rows have been compiled to, if they all have. */
  template?: CompiledTemplate | undefined;
  /** Whether what shows in the view may depend on where a row is. */
  readonly hasIndex: () => boolean;
}

/** `data-for` and `data-each`: one block a row; rows keep their nodes as long as their key is in the list. */
export function compileFor(binding: ForBinding, scope: BindingScope): CompiledBinding {
  const { context, rows, reads } = scope;
  const quota = (context.rowQuota ??= createRowQuota(context as MutationTarget));
  const each = compileExpression(binding.each, scope);
  if (each.type.kind === "guest") followObject(each, binding.each, reads);
  const inner = [{ type: itemType(each.type), names: new Set(reads.names) }, ...rows];
  const reader = createRowReader(binding, each, { ...scope, rows: inner });
  const rowTemplate = scope.template(binding.template, inner, reader.objects);
  let hasIndex: boolean | undefined;
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
      hasIndex: () => (hasIndex ??= JSON.stringify(scope.view).includes('["index"')),
    }),
    update(_anchor, memory, row, change) {
      const region = memory as ForRegion;
      if (change && !isAffected(reads, change)) {
        updateBlocks(region, innerChange(change));
        return region;
      }
      const value = each.evaluate(row);
      const { keys, items, home } = region;
      // Of rows that are to be looked at again, keys are too.
      const isKnown = items !== undefined && change !== undefined && !change.lists?.has(home);
      const list = reader.read(value, row, home, isKnown ? { keys, items } : undefined);
      if (!list && !Object.is(region.invalid, value)) context.report(context.rules.listInvalid(binding.item, value));
      region.invalid = list ? undefined : value;
      const next = list ?? noRows;
      const changed = compareKeys(keys, next.keys, next.changed);
      const { start, end, isSwap } = changed.difference;
      const count = next.keys.length - start - end;
      // Keys that were good last time are good still.
      const areNew = count > 0 && !isSwap;
      if (areNew && removeDuplicates(next, binding.key !== undefined) && !region.hasDuplicates) {
        region.hasDuplicates = true;
        context.report(context.rules.listDuplicateKey(binding.item));
      }
      hideEmpty(region, next);
      const inside = change && innerChange(change);
      forgetRest(region, quota);
      const fitting = count > quota.left ? fitRows(keys, next, quota) : next;
      const compared = fitting.keys === changed.after ? changed : compareKeys(keys, fitting.keys);
      showRows(region, fitting, compared, row, rowTemplate, quota, inside);
      region.items = reader.isByItem && fitting.changed ? fitting.items : undefined;
      if (fitting !== next) {
        region.rest = createRest(region, next, row, rowTemplate, reader);
        quota.add(region.rest);
      }
      if (next.keys.length === 0) showEmpty(region, row, emptyTemplate, inside);
      return region;
    },
    release: (memory) => forgetRest(memory as ForRegion, quota),
  };
}

/** Brings what shows up to date, where a change can be seen in it. */
function updateBlocks({ blocks }: RowRegion, change: Change): void {
  const [first] = blocks;
  if (first && reaches(change, first.template)) for (const block of blocks) updateBlock(block, change);
}

function createRow({ keys, items, indexes }: RowList, i: number, parent: Row | undefined): ListRow {
  return { parent, item: items[i], index: indexes?.[i] ?? i, key: keys[i] };
}

function createRest(
  region: ForRegion,
  list: RowList,
  parent: Row | undefined,
  template: InnerTemplate,
  reader: RowReader,
): RestRows {
  return {
    region,
    list,
    at: 0,
    create(i) {
      const row = createRow(list, i, parent);
      // Nobody tells of the objects of rows that do not show.
      return reader.keeps(row) ? createBlock(template.get(), row, region.home) : undefined;
    },
  };
}

function forgetRest(region: ForRegion, { waiting }: RowQuota): void {
  waiting.delete(region.rest as RestRows);
  region.rest = undefined;
}

function showRows(
  region: ForRegion,
  list: RowList,
  changed: ChangedKeys,
  parent: Row | undefined,
  template: InnerTemplate,
  quota: RowQuota,
  change: Change | undefined,
): void {
  const { keys, items, indexes } = list;
  const compiled = template.known()[0];
  const moved = change && innerChange(change, true);
  // The same for all rows.
  const showsChange = !change || !compiled || reaches(change, compiled);
  const showsMove = !moved || !compiled || reaches(moved, compiled);
  const create = (i: number): [Block, Node] => {
    quota.left--;
    return createBlock(template.get(), createRow(list, i, parent), region.home);
  };
  const update = (block: Block, i: number): void => {
    const row = block.row as ListRow;
    const index = (indexes ? indexes[i] : i) as number;
    const isMoved = row.index !== index;
    // Zero may be another zero.
    const isOther = row.item !== items[i] || items[i] === 0;
    if (!isMoved && !isOther && !showsChange && block.template === compiled) return;
    row.item = items[i];
    row.index = index;
    row.key = keys[i];
    retype(block, compiled ?? template.get());
    if (isOther) updateBlock(block, undefined);
    else if (isMoved ? showsMove : showsChange) updateBlock(block, isMoved ? moved : change);
  };
  reconcileRows(region, changed, create, update);
  // The same objects look as they did, unless they are told where they are.
  const isStill = !showsChange && region.template === compiled && !region.hasIndex();
  updateCommon(region.blocks, changed.difference, (isStill && list.changed) || nothingCommon, update);
  region.keys = keys;
  region.template = template.known()[0];
}

/** Brings the rows up to date that a list has had before, but for those that are `still`. */
function updateCommon(
  blocks: readonly Block[],
  { start, end, isSwap }: Difference,
  still: Difference,
  update: UpdateRow,
): void {
  const updateRows = (from: number, to: number): void => {
    for (let i = from; i < to; i++) update(blocks[i] as Block, i);
  };
  const last = blocks.length - end;
  const to = blocks.length - still.end;
  if (!isSwap) {
    updateRows(still.start, start);
    updateRows(last, to);
  } else if (still.isSwap) {
    updateRows(start, start + 1);
    updateRows(last - 1, last);
  } else updateRows(still.start, to);
}

function hideEmpty(region: ForRegion, list: RowList): void {
  if (!region.empty || !list.keys.length) return;
  removeBlock(region.empty);
  region.empty = undefined;
  region.blocks = [];
}

function showEmpty(
  region: ForRegion,
  row: Row | undefined,
  template: InnerTemplate | undefined,
  change: Change | undefined,
): void {
  if (!template) return;
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
