import type { PageNode } from "../page-tree.ts";

/** Marks the uses of components that are there whenever the view is. */
export function markAlways(nodes: readonly PageNode[]): void {
  for (const node of nodes) {
    if (node.type === "element") markAlways(node.children);
    else if (node.type === "component" && node.use) node.use.isAlways = true;
  }
}
