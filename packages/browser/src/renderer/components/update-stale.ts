import { updateBlock } from "../block.ts";
import { createChange } from "../reads.ts";
import { changeName } from "./names.ts";
import type { RenderContext } from "../render-context.ts";

/** Brings components up to date whose controllers export other values than before, from the outside in. */
export function updateStale({ stale }: Pick<RenderContext, "stale">): void {
  const all = [...stale].sort((a, b) => a.index - b.index);
  stale.clear();
  for (const { block, controller } of all) {
    // It may have gone meanwhile.
    if (!block || !controller || block.isGone) continue;
    const names = controller.takeChanges().map((name) => changeName(block.template.view.name, name));
    updateBlock(block, createChange(new Set(names)));
  }
}
