import type { SlotBinding, Template } from "@rune/schema";
import type { CompiledBinding, Region } from "../block.ts";
import { createBlock, retype, updateBlock } from "../block.ts";
import { fit, weigh } from "../capacity.ts";
import { innerChange } from "../reads.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";
import { findOccurrence } from "./occurrence.ts";

/**
 * `<slot>`: what the component was given for it, which sees the rows around the component and not those inside; else what the component has for
 * that case.
 */
export function compileSlot({ name, fallback }: SlotBinding, scope: BindingScope): CompiledBinding {
  const { component, rows } = scope;
  const given = component?.slot(name);
  const template = given ?? (fallback === undefined ? undefined : scope.template(fallback, rows));
  return {
    inner: () => template?.known() ?? [],
    create: (anchor, block, binding): Region => ({ anchor, home: { block, binding }, blocks: [] }),
    update(anchor, memory, row, change) {
      const region = memory as Region;
      if (!template) return region;
      const [block] = region.blocks;
      if (block) {
        retype(block, template.get());
        updateBlock(block, change && innerChange(change));
        return region;
      }
      const shown = template.get();
      if (!fit(region.home, weigh(shown.view.templates[shown.index] as Template))) return region;
      const [made, content] = createBlock(shown, given ? findOccurrence(row, rows.length)?.parent : row, region.home);
      region.blocks = [made];
      anchor.parentNode?.insertBefore(content, anchor);
      return region;
    },
  };
}
