import type { View } from "@rune/schema";
import { OWNER } from "../events/owner.ts";
import type { Listener } from "../events/listener.ts";
import type { NodeWalk } from "./node-walk.ts";
import { walkNodes } from "./node-walk.ts";
import type { ComponentUse } from "./components/controller.ts";
import type { Change, Reads, WatchedObject } from "./reads.ts";
import { isAffected } from "./reads.ts";
import type { RenderContext } from "./render-context.ts";
import type { Row } from "./row.ts";
import type { SelectorRows } from "./lists/selector-rows.ts";
import { watchObjects } from "./watch.ts";

/**
 * A block is one instance of a template. Its place in the document is known by structure, not by counting siblings: its
 * roots are the template's own top nodes, and a root that anchors a dynamic region stands for the region's blocks, which
 * come before it. So a node that a mutation has taken out is simply no longer there, and nothing else is lost.
 */
export interface Block {
  /** What is known of types may become more while the block shows; its nodes and memory are the same then. */
  template: CompiledTemplate;
  readonly row: Row | undefined;
  roots: readonly Node[];
  /** Per binding, the node that it changes. */
  nodes: readonly Node[];
  /**
   * Per binding, what it remembers from the last update; then under what each selector of the template knows the block; then the objects
   * that tell it of their changes. One array for all, because lists have many blocks.
   */
  memory: unknown[];
  /** The region that it shows in; absent for the page itself. */
  readonly home: Home | undefined;
  /** Whether it shows no more. */
  isGone: boolean;
}

/** The binding of a block that made another block. */
export interface Home {
  readonly block: Block;
  readonly binding: number;
  /** How deep in the page its blocks are, once there are some. */
  depth?: number;
  /** How much of the page's room they take. */
  weight?: number;
}

/** A place whose content comes and goes: what `data-if`, `data-for` and components make. */
export interface Region {
  /** The comment that the content stands before. */
  readonly anchor: Node;
  readonly home: Home;
  /** What shows now, in order. */
  blocks: Block[];
}

/** A binding of a template, ready to run. */
export interface CompiledBinding {
  /** What its value depends on; absent for one that never changes. */
  readonly reads?: Reads;
  /** The templates of a region, as far as they were needed yet. */
  inner?(): readonly CompiledTemplate[];
  /** The block is gone. */
  release?(memory: unknown): void;
  /** Whether a block of the region still has its place when its objects have changed; absent where that depends on none of them. */
  keeps?(block: Block): boolean;
  /** Takes events of its node. */
  readonly listener?: Listener;
  /** The use of the component that shows in its region. */
  readonly use?: ComponentUse;
  /** Events of its node come through the one listener of the app. */
  readonly listens?: boolean;
  /** Prepares a block's node; the result is what the first update gets as its memory. */
  create?(node: Node, block: Block, index: number): unknown;
  /**
   * Brings the node up to date and returns what to remember. A region is told what has changed, unless all of it is to be looked at.
   */
  update?(node: Node, memory: unknown, row: Row | undefined, change: Change | undefined): unknown;
}

/** A template, ready to be cloned. */
export interface CompiledTemplate {
  readonly context: RenderContext;
  readonly view: View;
  /** Index of the template in its view. */
  readonly index: number;
  /** What is cloned: the only element of the template, or a fragment of all its nodes. */
  readonly content: Element | DocumentFragment;
  /** It is of the page's document; else a clone has to be made for that. */
  readonly isStill: boolean;
  /** The way to the nodes of bindings, and then to those that ask for the focus when they appear. */
  readonly walk: NodeWalk;
  readonly bindings: readonly CompiledBinding[];
  /** What blocks remember at first: nothing. */
  readonly memory: readonly undefined[];
  /** Per root, the binding whose region it anchors; -1 for other roots. */
  readonly regions: readonly number[];
  /** Bindings that take events which one listener hears for the whole app. */
  readonly listening: readonly number[];
  /** What its blocks watch. */
  readonly objects: readonly WatchedObject[];
  /** Rows by what selectors compare of them. */
  readonly selectors: readonly SelectorRows[];
}

/** Clones a template and brings it up to date. What it gives besides the block is to be put into the page. */
export function createBlock(
  template: CompiledTemplate,
  row: Row | undefined,
  home?: Home,
): [block: Block, content: Node] {
  const { context, bindings, walk } = template;
  const content = template.isStill
    ? template.content.cloneNode(true)
    : context.document.importNode(template.content, true);
  const nodes = walkNodes(content, walk);
  for (let i = bindings.length; i < nodes.length; i++) context.requestFocus(nodes[i] as Element);
  const block: Block = {
    template,
    row,
    roots: content.nodeType === content.ELEMENT_NODE ? [content] : [...content.childNodes],
    nodes,
    memory: template.memory.slice(),
    home,
    isGone: false,
  };
  for (let i = 0; i < bindings.length; i++) {
    const binding = bindings[i] as CompiledBinding;
    if (binding.create) block.memory[i] = binding.create(nodes[i] as Node, block, i);
  }
  if (template.listening.length > 0)
    for (const root of block.roots) (root as EventTarget & { [OWNER]?: Block })[OWNER] = block;
  updateBlock(block, undefined);
  return [block, content];
}

/** Lets a block go on with what its template has been compiled to since more is known of types. */
export function retype(block: Block, template: CompiledTemplate): void {
  if (block.template === template) return;
  block.template = template;
  block.memory.length = template.bindings.length;
}

/** Evaluates the bindings of a block that a change concerns, or all, and changes what differs. A binding that fails is reported and skipped. */
export function updateBlock(block: Block, change: Change | undefined): void {
  const { bindings, selectors } = block.template;
  if (change) for (const i of concerned(change, block.template)) runBinding(block, i, change);
  else for (let i = 0; i < bindings.length; i++) runBinding(block, i, change);
  for (let i = 0; i < selectors.length; i++) (selectors[i] as SelectorRows).place(block, bindings.length + i);
  watchObjects(block, bindings.length + selectors.length, change?.isTold ?? false);
}

/** Brings one binding of a block up to date. */
export function runBinding(block: Block, i: number, change: Change | undefined): void {
  const { template, nodes, memory, row } = block;
  try {
    const binding = template.bindings[i];
    if (binding?.update) memory[i] = binding.update(nodes[i] as Node, memory[i], row, change);
  } catch (cause) {
    template.context.reportBinding(template.view, template.index, i, cause);
  }
}

/** The bindings of a template in which a change can be seen, or in what shows in their regions. Lists ask the same of each row. */
function concerned(change: Change, template: CompiledTemplate): readonly number[] {
  let found = change.concerned.get(template);
  if (!found) {
    found = [...template.bindings.keys()].filter((i) => isSeen(change, template.bindings[i] as CompiledBinding));
    change.concerned.set(template, found);
  }
  return found;
}

function isSeen(change: Change, binding: CompiledBinding): boolean {
  // Templates may be inside of themselves; the set grows while it is gone through.
  const inside = new Set([{ bindings: [binding] as readonly CompiledBinding[] }]);
  for (const { bindings } of inside) {
    for (const { reads, inner } of bindings) {
      if (reads && isAffected(reads, change)) return true;
      for (const more of inner?.() ?? []) inside.add(more);
    }
  }
  return false;
}

/** Whether a change can be seen in blocks of a template. */
export function reaches(change: Change, template: CompiledTemplate): boolean {
  return concerned(change, template).length > 0;
}

/** Lets go of a block and of those inside of it: who still knows it, such as an object that it watched, keeps none of its nodes. */
export function releaseBlock(block: Block): void {
  const { bindings, selectors } = block.template;
  for (let i = 0; i < selectors.length; i++) (selectors[i] as SelectorRows).remove(block, bindings.length + i);
  for (let i = 0; i < bindings.length; i++) {
    const { inner, release } = bindings[i] as CompiledBinding;
    if (inner) {
      const { blocks, home } = block.memory[i] as Region;
      blocks.forEach(releaseBlock);
      block.template.context.room -= home.weight ?? 0;
    }
    release?.(block.memory[i]);
  }
  block.isGone = true;
  block.roots = block.nodes = block.memory = nothing;
}

const nothing: never[] = [];
