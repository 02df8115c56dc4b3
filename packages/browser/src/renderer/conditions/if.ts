import type { IfBinding, Template } from "@rune/schema";
import type { CompiledBinding, Region } from "../block.ts";
import { createBlock, releaseBlock, retype, updateBlock } from "../block.ts";
import { detachBlock } from "../block-nodes.ts";
import { fit, weigh } from "../capacity.ts";
import { compileExpression } from "../expression.ts";
import { innerChange, isAffected } from "../reads.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";

interface IfRegion extends Region {
  /** The branch that shows; -1 for none. */
  branch: number;
}

/** `data-if` and the branches after it: the first whose condition holds shows. */
export function compileIf(binding: IfBinding, scope: BindingScope): CompiledBinding {
  const { reads } = scope;
  const branches = binding.branches.map((branch) => ({
    holds: branch.when === undefined ? () => true : compileExpression(branch.when, scope).evaluate,
    template: scope.template(branch.template, scope.rows),
    written: scope.view.templates[branch.template] as Template,
  }));
  return {
    inner: () => branches.flatMap(({ template }) => template.known()),
    create: (anchor, block, binding): IfRegion => ({
      anchor,
      home: { block, binding },
      blocks: [],
      branch: -1,
    }),
    update(anchor, memory, row, change) {
      const region = memory as IfRegion;
      const isOpen = !change || isAffected(reads, change);
      const branch = isOpen ? branches.findIndex(({ holds }) => holds(row)) : region.branch;
      const shown = branches[branch];
      const [block] = region.blocks;
      if (branch === region.branch) {
        if (!block || !shown) return region;
        retype(block, shown.template.get());
        updateBlock(block, change && innerChange(change));
        return region;
      }
      if (block) {
        detachBlock(block);
        releaseBlock(block);
      }
      region.blocks = [];
      region.branch = branch;
      if (fit(region.home, shown ? weigh(shown.written) : 0) && shown) {
        const [made, content] = createBlock(shown.template.get(), row, region.home);
        region.blocks = [made];
        anchor.parentNode?.insertBefore(content, anchor);
      }
      return region;
    },
  };
}
