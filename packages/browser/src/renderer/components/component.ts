import type { ComponentBinding, Template, View } from "@rune/schema";
import type { CompiledBinding, CompiledTemplate, Region } from "../block.ts";
import { createBlock, releaseBlock, retype, updateBlock } from "../block.ts";
import { detachBlock } from "../block-nodes.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";
import { fit, ROOM, weigh } from "../capacity.ts";
import { innerChange, isAffected } from "../reads.ts";
import type { Row } from "../row.ts";
import type { ComponentUse, ControllerTypes } from "./controller.ts";
import { componentTooDeep, componentTooMany } from "./messages.ts";
import { compileProps, readProps } from "./names.ts";
import type { Occurrence } from "./occurrence.ts";
import { findOccurrence } from "./occurrence.ts";
import { prepareView } from "./variants.ts";

/** Deepest nesting of components: what nests deeper has no end, and would exhaust the stack. */
const MAX_DEPTH = 200;

/**
 * Room that a component takes besides what shows of it, for each that it is inside of, and for itself. Those that hold two of themselves, with a depth that
 * doubles them time and again, have taken all at once.
 */
const takenBy = (depth: number): number => 256 * (depth + 1);

interface ComponentRegion extends Region {
  /** It was refused, and reported once. */
  isRefused: boolean;
}

/**
 * `data-use`: another view, whose names are what the use gives it. Its templates are prepared once for each place of use, with the types
 * that the place gives, and cloned for each time it shows.
 */
export function compileComponent(binding: ComponentBinding, scope: BindingScope): CompiledBinding {
  const { context, reads, rows } = scope;
  const view = context.views.get(binding.view) as View;
  const props = compileProps(binding.props ?? [], scope);
  const slots = new Map(
    (binding.slots ?? []).map(({ name, template }) => [name, scope.template(template, rows)] as const),
  );
  const use: ComponentUse = { view, props, events: binding.events ?? [], scope };
  let template: CompiledTemplate | undefined;
  let types: ControllerTypes | undefined;

  /** More is known of names once there has been a controller. */
  function prepare(): CompiledTemplate {
    const known = context.controllers?.types(view.name);
    if (!template || types !== known) template = prepareView(scope, { view, props, slots, types: known, context });
    types = known;
    return template;
  }

  /** Whether there is room for one more, with so many around it. */
  function admits(region: ComponentRegion, depth: number): boolean {
    const error =
      depth >= MAX_DEPTH
        ? componentTooDeep(view.name, MAX_DEPTH)
        : context.room + takenBy(depth) > ROOM
          ? componentTooMany(view.name)
          : undefined;
    if (error && !context.refused.has(view.name)) context.report(error);
    if (error) context.refused.add(view.name);
    region.isRefused = error !== undefined;
    return error === undefined;
  }

  function show(region: ComponentRegion, row: Row | undefined): void {
    const around = scope.component && findOccurrence(row, rows.length);
    const depth = around ? around.index + 1 : 0;
    if (context.controllers?.delays(view.name) || !admits(region, depth)) return;
    const item = readProps(props, row);
    const occurrence: Occurrence = {
      parent: row,
      item,
      index: depth,
      controller: undefined,
      waiting: [],
      refs: new Map(),
      block: undefined,
    };
    if (!fit(region.home, takenBy(depth) + weigh(view.templates[0] as Template))) return;
    // One whose controller cannot begin does not show; the rest of the page does.
    region.isRefused = context.controllers?.attach(occurrence, region.home, use) === false;
    if (region.isRefused) {
      fit(region.home, 0);
      return;
    }
    const [block, content] = createBlock(prepare(), occurrence, region.home);
    occurrence.block = block;
    region.blocks = [block];
    region.anchor.parentNode?.insertBefore(content, region.anchor);
  }

  /** Gives a component what its use gives it now. Returns whether that is something else. */
  function give(occurrence: Occurrence, row: Row | undefined): boolean {
    const before = occurrence.item;
    occurrence.item = readProps(props, row);
    context.controllers?.give(occurrence, use, before);
    return occurrence.item.some((value, i) => !Object.is(value, before[i]));
  }

  function remove(region: ComponentRegion): void {
    for (const block of region.blocks.splice(0)) {
      leave(block.row as Occurrence);
      detachBlock(block);
      releaseBlock(block);
    }
    fit(region.home, 0);
  }

  function leave(occurrence: Occurrence): void {
    context.controllers?.detach(occurrence);
  }

  return {
    inner: () => (template ? [template] : []),
    use,
    create: (anchor, block, at): ComponentRegion => ({
      anchor,
      home: { block, binding: at },
      blocks: [],
      isRefused: false,
    }),
    update(_anchor, memory, row, change) {
      const region = memory as ComponentRegion;
      const [block] = region.blocks;
      if (!block) {
        if (!region.isRefused) show(region, row);
        return region;
      }
      const occurrence = block.row as Occurrence;
      let inside = change && innerChange(change);
      // What the names stand for is known inside by what they were compiled from, which need not be a name that has changed.
      if ((!change || isAffected(reads, change)) && give(occurrence, row)) inside = undefined;
      if (context.controllers && !occurrence.controller) {
        region.isRefused = !context.controllers.attach(occurrence, region.home, use);
        if (region.isRefused) {
          remove(region);
          return region;
        }
        if (occurrence.controller) inside = undefined;
      }
      retype(block, prepare());
      updateBlock(block, inside);
      return region;
    },
    release(memory) {
      for (const { row } of (memory as ComponentRegion).blocks) leave(row as Occurrence);
    },
  };
}
