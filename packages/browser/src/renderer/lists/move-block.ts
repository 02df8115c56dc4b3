import type { Block } from "../block.ts";
import { visitNodes } from "../block-nodes.ts";

/**
 * Moves a block's nodes before another node of the same parent. Where the engine can move nodes without taking them out
 * of the document, focus, selection, frames and animations go on; elsewhere the focus is given back.
 */
export function moveBlock(block: Block, before: Node): void {
  const parent = before.parentNode as (ParentNode & Node) | null;
  if (!parent) return;
  const nodes: Node[] = [];
  visitNodes(block, (node) => nodes.push(node));
  if ("moveBefore" in parent && nodes.every((node) => node.parentNode === parent)) {
    for (const node of nodes) parent.moveBefore(node as Element, before);
    return;
  }
  const root = before.getRootNode() as Partial<DocumentOrShadowRoot>;
  const active = root.activeElement;
  for (const node of nodes) parent.insertBefore(node, before);
  if (active && root.activeElement !== active) (active as HTMLElement).focus({ preventScroll: true });
}
