import type { Expression } from "@rune/schema";
import type { Block } from "./block.ts";
import type { Computed } from "./expression.ts";
import type { Reads, WatchedObject } from "./reads.ts";
import type { Row } from "./row.ts";
import { isObject } from "./value-type.ts";

/** Has an object of a module tell of its next change; gives who was to be told until now. */
export type WatchObject = (reference: object, owner: object) => object | undefined;

/** Notes that an expression reads what an object holds. */
export function followObject({ evaluate, type }: Computed, expression: Expression, reads: Reads): void {
  const watch = type.kind === "guest" ? type.watch : undefined;
  // Without being told, one has to look each time; and what is looked at each time need not be told.
  if (!watch || reads.isVolatile) {
    reads.isVolatile = true;
    return;
  }
  reads.isWatched = true;
  reads.objects.push({ path: JSON.stringify(expression), evaluate, watch });
}

/** Has the objects that a block shows tell of their changes, and notes them in its memory. `isTold`: some of them have, and would not again. */
export function watchObjects(block: Block, from: number, isTold: boolean): void {
  const { template, row, memory } = block;
  const { objects } = template;
  for (let i = 0; i < objects.length; i++) {
    const { evaluate, watch } = objects[i] as WatchedObject;
    const object = evaluate(row);
    if (object === memory[from + i] && !isTold) continue;
    memory[from + i] = object;
    if (isObject(object)) watchFor(block, object, watch);
  }
}

/** Has objects of a row tell of their changes for which there is no block, as it is not among those that show. */
export function watchRow(block: Block, row: Row, objects: readonly WatchedObject[]): void {
  for (const { evaluate, watch } of objects) {
    const object = evaluate(row);
    if (isObject(object)) watchFor(block, object, watch);
  }
}

function watchFor(block: Block, object: object, watch: WatchObject): void {
  const before = watch(object, block) as Block | Watchers | undefined;
  if (before === undefined || before === block) return;
  const watchers = before instanceof Watchers ? before : new Watchers([before]);
  watchers.add(block);
  watch(object, watchers);
}

/** Several blocks that show one object. */
export class Watchers {
  #blocks: Set<Block>;

  constructor(blocks: Iterable<Block>) {
    this.#blocks = new Set(blocks);
  }

  /** Adds a block, and forgets those that show no more. */
  add(block: Block): void {
    this.#blocks = new Set([...this, block]);
  }

  /** The blocks that still show. */
  *[Symbol.iterator](): Iterator<Block> {
    for (const block of this.#blocks) if (!block.isGone) yield block;
  }
}
