import { bindingFailed } from "../messages.ts";
import type { RenderContext } from "./render-context.ts";
import type { Row } from "./row.ts";

/**
 * A block is one instance of a template. Its place in the document is known by structure, not by counting siblings: its
 * roots are the template's own top nodes, and a root that anchors a dynamic region stands for the region's blocks, which
 * come before it. So a node that a mutation has taken out is simply no longer there, and nothing else is lost.
 */
export interface Block {
  readonly template: CompiledTemplate;
  readonly row: Row | undefined;
  readonly roots: readonly Node[];
  /** Per binding, the node that it changes. */
  readonly nodes: readonly Node[];
  /** Per binding, what it remembers from the last update. */
  readonly memory: unknown[];
}

/** A place whose content comes and goes: what `data-if` and `data-for` make. */
export interface Region {
  /** The comment that the content stands before. */
  readonly anchor: Node;
  /** What shows now, in order. */
  blocks: Block[];
}

/** A binding of a template, ready to run. */
export interface CompiledBinding {
  /** Prepares a block's node; the result is what the first update gets as its memory. */
  create?(node: Node, row: Row | undefined): unknown;
  /** Brings the node up to date and returns what to remember. */
  update?(node: Node, memory: unknown, row: Row | undefined): unknown;
}

/** A template, ready to be cloned. */
export interface CompiledTemplate {
  readonly context: RenderContext;
  /** Index of the template in its view. */
  readonly index: number;
  readonly content: DocumentFragment;
  readonly bindings: readonly CompiledBinding[];
  readonly paths: readonly (readonly number[])[];
  /** Per root, the binding whose region it anchors; -1 for other roots. */
  readonly regions: readonly number[];
  /** Elements that ask for the focus when they appear. */
  readonly autofocus: readonly (readonly number[])[];
}

/** Clones a template and brings it up to date. The block's nodes wait in the returned fragment. */
export function createBlock(template: CompiledTemplate, row: Row | undefined): [Block, DocumentFragment] {
  const { context, bindings } = template;
  const fragment = context.document.importNode(template.content, true);
  const roots = [...fragment.childNodes];
  const nodes = template.paths.map((path) => findNode(fragment, path));
  for (const path of template.autofocus) context.requestFocus(findNode(fragment, path) as Element);
  const memory = bindings.map((binding, i) => binding.create?.(nodes[i] as Node, row));
  const block: Block = { template, row, roots, nodes, memory };
  updateBlock(block);
  return [block, fragment];
}

/** Evaluates every binding of a block and changes what differs. A binding that fails is reported and skipped. */
export function updateBlock(block: Block): void {
  const { nodes, memory, row, template } = block;
  const { bindings, context } = template;
  for (let i = 0; i < bindings.length; i++) {
    try {
      const binding = bindings[i] as CompiledBinding;
      if (binding.update) memory[i] = binding.update(nodes[i] as Node, memory[i], row);
    } catch (cause) {
      context.report(bindingFailed(context.view, template.index, i, cause));
    }
  }
}

/** Visits the block's top nodes that are in the page, with the content of its regions, in document order. */
export function visitNodes(block: Block, visit: (node: Node) => void): void {
  block.roots.forEach((root, i) => {
    const region = regionAt(block, i);
    if (region) for (const inner of region.blocks) visitNodes(inner, visit);
    if (root.parentNode) visit(root);
  });
}

/** The block's first node in the page, if it has one there. */
export function firstNode(block: Block): Node | undefined {
  for (let i = 0; i < block.roots.length; i++) {
    for (const inner of regionAt(block, i)?.blocks ?? []) {
      const first = firstNode(inner);
      if (first) return first;
    }
    const root = block.roots[i];
    if (root?.parentNode) return root;
  }
  return undefined;
}

/** Takes the block's nodes out of the page. */
export function removeBlock(block: Block): void {
  visitNodes(block, (node) => node.parentNode?.removeChild(node));
}

/** The node that a path of child indexes leads to. */
export function findNode(root: Node, path: readonly number[]): Node {
  let node = root;
  for (const index of path) {
    const child = node.childNodes[index];
    if (!child) throw new RangeError(`no node at /${path.join("/")}`);
    node = child;
  }
  return node;
}

function regionAt(block: Block, root: number): Region | undefined {
  const binding = block.template.regions[root] ?? -1;
  return binding < 0 ? undefined : (block.memory[binding] as Region);
}
