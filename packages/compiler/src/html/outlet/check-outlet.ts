import { DEEPEST_OUTLET } from "@rune/schema";
import type { PageContext } from "../page-context.ts";
import type { PageNode } from "../page-tree.ts";
import { conditionalOutlet, deepOutlet, duplicateOutlet, missingOutlet } from "./messages.ts";

/** Checks that a layout has one outlet, which is there whenever the layout is and not too deep. */
export function checkOutlet({ kind, outlets, reporter, source }: PageContext, nodes: readonly PageNode[]): void {
  if (kind !== "layout") return;
  const [first, ...others] = outlets;
  if (!first) return reporter.report(missingOutlet(), { start: 0, end: 1 });
  const { line } = source.createRange(first.start, first.end).start;
  for (const span of others) reporter.report(duplicateOutlet(line), span);
  if (others.length > 0) return;
  const depth = findDepth(nodes, 1);
  if (depth === undefined) reporter.report(conditionalOutlet(), first);
  else if (depth > DEEPEST_OUTLET) reporter.report(deepOutlet(DEEPEST_OUTLET), first);
}

/** How many elements deep the outlet is among what is always there; `undefined` where it is not. */
function findDepth(nodes: readonly PageNode[], depth: number): number | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const found = node.bindings.some(({ type }) => type === "outlet") ? depth : findDepth(node.children, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
