import type { Block } from "../block.ts";
import type { Row } from "../row.ts";
import type { ComponentController } from "./controller.ts";

/**
 * One component in the page. It is the outermost row of its view: the names of its view are read from it as the variables of a row are, and the row that
 * it stands in itself is its parent.
 */
export interface Occurrence extends Row {
  /** What the use gives it, in the order of the use. */
  item: unknown[];
  /** How many components are around it. */
  readonly index: number;
  /** Absent where its view has none, or that has not been loaded yet. */
  controller: ComponentController | undefined;
  /** What is to be done with its controller once that is there. */
  readonly waiting: ((controller: ComponentController) => void)[];
  /** Its nodes by their `data-ref`. */
  readonly refs: Map<string, Element>;
  /** What shows of it. */
  block: Block | undefined;
}

/** The occurrence that a row of a component's view belongs to, with `depth` rows of that view around. */
export function findOccurrence(row: Row | undefined, depth: number): Occurrence | undefined {
  let found = row;
  for (let i = depth; i > 0; i--) found = found?.parent;
  return found as Occurrence | undefined;
}
