import type { IfBinding } from "@rune/schema";
import type { CompiledBinding, Region } from "../block.ts";
import { createBlock, removeBlock, updateBlock } from "../block.ts";
import { compileExpression } from "../expression.ts";
import type { BindingScope } from "./binding-scope.ts";

interface IfRegion extends Region {
  /** The branch that shows; -1 for none. */
  branch: number;
}

/** `data-if` and the branches after it: the first whose condition holds shows. */
export function compileIf(binding: IfBinding, { context, rows, template }: BindingScope): CompiledBinding {
  const branches = binding.branches.map((branch) => ({
    holds: branch.when === undefined ? () => true : compileExpression(branch.when, context),
    template: template(branch.template, rows),
  }));
  return {
    create: (anchor): IfRegion => ({ anchor, blocks: [], branch: -1 }),
    update(anchor, memory, row) {
      const region = memory as IfRegion;
      const branch = branches.findIndex(({ holds }) => holds(row));
      if (branch === region.branch) {
        region.blocks.forEach(updateBlock);
        return region;
      }
      region.blocks.forEach(removeBlock);
      region.blocks = [];
      region.branch = branch;
      const shown = branches[branch];
      if (shown) {
        const [block, content] = createBlock(shown.template(), row);
        region.blocks = [block];
        anchor.parentNode?.insertBefore(content, anchor);
      }
      return region;
    },
  };
}
