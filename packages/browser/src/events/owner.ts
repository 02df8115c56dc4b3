import type { Listener } from "./listener.ts";

/** Where an element says whose listeners it and the elements inside of it have. */
export const OWNER: unique symbol = Symbol("owner");

/** What was made of a template of which some nodes have listeners or are links. One note at its root does for all of them. */
export interface Owner {
  readonly template: {
    readonly bindings: readonly OwnedBinding[];
    /** Bindings that listen, and links. */
    readonly listening: readonly number[];
  };
  /** Per binding, its node. */
  readonly nodes: readonly Node[];
  readonly memory: readonly unknown[];
  readonly row: unknown;
}

/** An element that may say so. */
export type OwnedElement = Element & { [OWNER]?: Owner };

/** A binding, as far as events have to do with it. */
export interface OwnedBinding {
  readonly listener?: Listener;
}

/** What a link remembers. */
export interface LinkPlace {
  /** The route path that it leads to. */
  path: string | undefined;
}
