import type { AbstractObject } from "../values/abstract-object.ts";
import type { FunctionInstance } from "../values/function-instance.ts";

/** What can become one with its like. */
export type Item = AbstractObject | FunctionInstance;

/** A value by a key: of a place, of a field, of a call. */
export interface Entry {
  key: number;
  /** Number of the object that the key goes on with, if it does. */
  on: number | undefined;
  /** Number of an item, or of what reaches a node. */
  value: number;
  isNode: boolean;
}

/** All that makes an item differ from others. */
export interface Description {
  /** What is known from the start. */
  kind: number;
  /** Items that it refers to, in an order that is the same for all of the kind. */
  items: (number | undefined)[];
  /** What reaches nodes, in such an order. */
  nodes: (number | undefined)[];
  /** Further ones, in no order. */
  entries: Entry[];
}

/** What reaches nodes: what is known from the start, and objects. */
export interface NodeDescription {
  kind: number;
  objects: number[];
}

/** A program as items, and all that reaches nodes, by number. */
export interface ProgramDescription {
  items: Item[];
  descriptions: Description[];
  /** What is kept by its owner: equal owners must have equal things there, as far as they have any. */
  tables: Entry[][];
  nodes: NodeDescription[];
}
