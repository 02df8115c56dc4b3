import type { PageContext } from "../page-context.ts";
import type { PageNode } from "../page-tree.ts";
import { conditionalOutlet, duplicateOutlet, missingOutlet } from "./messages.ts";

/** Checks that a layout has one outlet, which is there whenever the layout is. */
export function checkOutlet({ kind, outlets, reporter, source }: PageContext, nodes: readonly PageNode[]): void {
  if (kind !== "layout") return;
  const [first, ...others] = outlets;
  if (!first) return reporter.report(missingOutlet(), { start: 0, end: 1 });
  const { line } = source.createRange(first.start, first.end).start;
  for (const span of others) reporter.report(duplicateOutlet(line), span);
  if (others.length === 0 && !hasOutlet(nodes)) reporter.report(conditionalOutlet(), first);
}

/** Whether an outlet is among what is always there. */
function hasOutlet(nodes: readonly PageNode[]): boolean {
  return nodes.some(
    (node) =>
      node.type === "element" && (node.bindings.some(({ type }) => type === "outlet") || hasOutlet(node.children)),
  );
}
