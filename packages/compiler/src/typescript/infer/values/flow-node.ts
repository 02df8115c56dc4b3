import type { TypeFilter } from "../../ir/index.ts";
import type { AbstractObject } from "./abstract-object.ts";
import { canonical } from "./abstract-object.ts";
import type { Kinds } from "./kinds.ts";
import type { NumberSource } from "../ranges/number-source.ts";
import { BIGINT, BOOLEAN, HOST, NULL, NUMBER, STRING, SYMBOL, UNDEFINED } from "./kinds.ts";

/**
 * A place that values flow through: an expression, a variable, a field, the elements of an array. There are tens of thousands, and in most of them
 * most lists are empty: these share one.
 */
export interface FlowNode {
  kinds: Kinds;
  objects: ReadonlySet<AbstractObject>;
  edges: readonly FlowEdge[];
  /** What edges without a filter lead to, once there are many. */
  targets: Set<FlowNode> | undefined;
  objectListeners: readonly ((object: AbstractObject) => void)[];
  kindListeners: readonly ((kinds: Kinds) => void)[];
  /** Where numbers come from that do not come along an edge. */
  numbers: readonly NumberSource[];
  /** Strings of at most one character come from elsewhere than along an edge. */
  characters: boolean;
  /** Strings come from somewhere that says nothing of them. */
  anyText: boolean;
  /** Numbers come from somewhere that says nothing of them. */
  anyNumber: boolean;
  /** What reaches it serves only as the key of elements. */
  onlyKey: boolean;
  /** Only the bits of the numbers that reach it count. */
  onlyBits: boolean;
  /** The node that it has become one with. */
  merged: FlowNode | undefined;
  groups: Map<string, AbstractObject> | undefined;
  pendingKinds: Kinds;
  pendingObjects: readonly AbstractObject[];
  queued: boolean;
}

/** All that reaches the node reaches the target, if it fits. */
export interface FlowEdge {
  target: FlowNode;
  filter: TypeFilter | undefined;
}

const NONE: readonly never[] = [];
const NO_OBJECTS: ReadonlySet<never> = new Set();

/** A list with one more item. The list itself, unless it is the one that nodes share. */
export function withItem<T>(list: readonly T[], item: T): readonly T[] {
  if (list === NONE) return [item];
  (list as T[]).push(item);
  return list;
}

/** A list with the items of another, under the same condition. */
export function withItems<T>(list: readonly T[], items: readonly T[]): readonly T[] {
  return list === NONE ? [...items] : items.reduce(withItem, list);
}

/** A set with one more object, under the same condition. */
export function withObject(objects: ReadonlySet<AbstractObject>, object: AbstractObject): ReadonlySet<AbstractObject> {
  return objects === NO_OBJECTS ? new Set([object]) : (objects as Set<AbstractObject>).add(object);
}

/** A node that nothing reaches yet. */
export function createNode(): FlowNode {
  return {
    kinds: 0,
    objects: NO_OBJECTS,
    edges: NONE,
    targets: undefined,
    objectListeners: NONE,
    kindListeners: NONE,
    numbers: NONE,
    characters: false,
    anyText: false,
    anyNumber: false,
    onlyKey: false,
    onlyBits: false,
    merged: undefined,
    groups: undefined,
    pendingKinds: 0,
    pendingObjects: NONE,
    queued: false,
  };
}

/** The node that it stands for now. */
export function representative(node: FlowNode): FlowNode {
  let root = node;
  while (root.merged) root = root.merged;
  while (node.merged && node.merged !== root) {
    const next: FlowNode = node.merged;
    node.merged = root;
    node = next;
  }
  return root;
}

/** The objects that reach a node, each once. */
export function objectsOf(node: FlowNode): AbstractObject[] {
  const { objects } = representative(node);
  if (objects.size > 1) return [...new Set(Array.from(objects, canonical))];
  for (const object of objects) return [canonical(object)];
  return [];
}

/** The kinds that reach a node. */
export function kindsOf(node: FlowNode): Kinds {
  return representative(node).kinds;
}

/** The kinds that a filter lets pass. */
export function filterKinds(filter: TypeFilter, kinds: Kinds): Kinds {
  let mask = HOST;
  if (filter.undefined) mask |= UNDEFINED;
  if (filter.null) mask |= NULL;
  if (filter.boolean) mask |= BOOLEAN;
  if (filter.number) mask |= NUMBER;
  if (filter.string) mask |= STRING;
  if (filter.bigint) mask |= BIGINT;
  if (filter.symbol) mask |= SYMBOL;
  return kinds & mask;
}

/** Whether a filter lets an object pass. */
export function filterObject(filter: TypeFilter, object: AbstractObject): boolean {
  switch (object.type) {
    case "array":
      return filter.accepts("array");
    case "function":
    case "hostFunction":
    case "class":
      return filter.accepts("function");
    case "shape":
      return filter.accepts(object.shape);
    case "instance":
      return filter.accepts(object.class.definition);
    case "typed":
      return true;
  }
}

/** The node that a map has for a key; made when first asked for. */
export function nodeIn<Key>(nodes: Map<Key, FlowNode>, key: Key): FlowNode {
  let node = nodes.get(key);
  if (!node) nodes.set(key, (node = createNode()));
  return node;
}
