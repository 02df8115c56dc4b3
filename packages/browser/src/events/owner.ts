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

/** A binding, as far as events have to do with it. */
export interface OwnedBinding {
  readonly listener?: Listener;
}

/** What a link remembers. */
export interface LinkPlace {
  /** The route path that it leads to. */
  path: string | undefined;
}

/** The listeners of an element, in the author's order. */
export function listenersOf(owner: Owner, element: Element): Listener[] {
  return bindingsOf(owner, element).flatMap((i) => owner.template.bindings[i]?.listener ?? []);
}

/** The link that an element is, if it is one. */
export function findLink(owner: Owner, element: Element): LinkPlace | undefined {
  const found = bindingsOf(owner, element).find((i) => !owner.template.bindings[i]?.listener);
  return found === undefined ? undefined : (owner.memory[found] as LinkPlace);
}

function bindingsOf({ template, nodes }: Owner, element: Element): number[] {
  return template.listening.filter((i) => nodes[i] === element);
}
