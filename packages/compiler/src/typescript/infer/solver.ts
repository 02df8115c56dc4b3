import type { TypeFilter } from "../ir/index.ts";
import type { AbstractObject } from "./values/abstract-object.ts";
import { canonical } from "./values/abstract-object.ts";
import type { FlowNode } from "./values/flow-node.ts";
import {
  createNode,
  filterKinds,
  filterObject,
  representative,
  withItem,
  withItems,
  withObject,
} from "./values/flow-node.ts";
import type { Kinds } from "./values/kinds.ts";
import { BIGINT, NUMBER, STRING } from "./values/kinds.ts";
import type { BigintOrigin } from "./ranges/find-bigint-ranges.ts";
import type { NumberSource, ValueSource } from "./ranges/number-source.ts";

/**
 * Inclusion constraints between places, solved by a work list: what reaches a node reaches the targets of its edges, and its listeners
 * hear of it once. Listeners may be told of an object again after a merge, so what they do must be the same when done twice.
 */
export class Solver {
  #queue: FlowNode[] = [];
  #merge: (first: AbstractObject, second: AbstractObject) => void;

  /** `merge` is called when two objects of one group meet and must make them one. */
  constructor(merge: (first: AbstractObject, second: AbstractObject) => void) {
    this.#merge = merge;
  }

  /** Nodes that numbers come to from elsewhere than along an edge. */
  readonly numberNodes: FlowNode[] = [];

  /** Nodes that strings come to from elsewhere than along an edge. */
  readonly textNodes: FlowNode[] = [];

  /** Where bigints come from other than along an edge. */
  readonly bigintOrigins: BigintOrigin[] = [];

  /** Kinds that reach a node. What is known of numbers, bigints or strings stands in `source`; without that they can be any. */
  addKinds(target: FlowNode, kinds: Kinds, source?: ValueSource): void {
    const node = representative(target);
    const numbers = source?.type === "character" || source?.type === "bigint" ? undefined : source;
    if (kinds & NUMBER) this.#noteNumbers(node, numbers);
    if (kinds & BIGINT) this.bigintOrigins.push({ node, source });
    if (kinds & STRING) this.#noteText(node, source?.type === "character");
    this.#receive(node, kinds);
  }

  #noteText(node: FlowNode, isCharacter: boolean): void {
    if (!node.characters && !node.anyText) this.textNodes.push(node);
    if (isCharacter) node.characters = true;
    else node.anyText = true;
  }

  /** Says that nothing is known of the numbers and bigints of a node. */
  noteAny(target: FlowNode): void {
    const node = representative(target);
    if (node.kinds & NUMBER) this.#noteNumbers(node, undefined);
    if (node.kinds & BIGINT) this.bigintOrigins.push({ node, source: undefined });
  }

  #noteNumbers(node: FlowNode, numbers: NumberSource | undefined): void {
    if (node.numbers.length === 0 && !node.anyNumber) this.numberNodes.push(node);
    if (!numbers) node.anyNumber = true;
    else if (!node.numbers.includes(numbers)) node.numbers = withItem(node.numbers, numbers);
  }

  #receive(node: FlowNode, kinds: Kinds): void {
    const fresh = kinds & ~node.kinds;
    if (fresh === 0) return;
    node.kinds |= fresh;
    node.pendingKinds |= fresh;
    this.#enqueue(node);
  }

  addObject(target: FlowNode, added: AbstractObject): void {
    let node = representative(target);
    let object = canonical(added);
    if (node.objects.has(object)) return;
    if (object.group !== undefined) {
      node.groups ??= new Map();
      const met = node.groups.get(object.group);
      if (met && canonical(met) !== object) {
        this.#merge(canonical(met), object);
        object = canonical(object);
        node = representative(node);
        node.groups ??= new Map();
      }
      node.groups.set(object.group!, object);
      if (node.objects.has(object)) return;
    }
    node.objects = withObject(node.objects, object);
    node.pendingObjects = withItem(node.pendingObjects, object);
    this.#enqueue(node);
  }

  /** All that reaches `source` reaches `target`. */
  connect(source: FlowNode, target: FlowNode, filter?: TypeFilter): void {
    const from = representative(source);
    const to = representative(target);
    if (from === to) return;
    if (leadsTo(from, to, filter)) return;
    from.edges = withItem(from.edges, { target: to, filter });
    if (!filter) from.targets?.add(to);
    this.#forward(from.kinds, from.objects.size > 0 ? [...from.objects] : [], to, filter);
  }

  /** Tells of each object that reaches the node. */
  onObject(target: FlowNode, listener: (object: AbstractObject) => void): void {
    const node = representative(target);
    node.objectListeners = withItem(node.objectListeners, listener);
    for (const object of Array.from(node.objects)) listener(canonical(object));
  }

  /** Tells of the kinds that reach the node, each once. */
  onKinds(target: FlowNode, listener: (kinds: Kinds) => void): void {
    const node = representative(target);
    node.kindListeners = withItem(node.kindListeners, listener);
    if (node.kinds !== 0) listener(node.kinds);
  }

  /** Makes two nodes one. */
  unify(first: FlowNode, second: FlowNode): void {
    const kept = representative(first);
    const dropped = representative(second);
    if (kept === dropped) return;
    dropped.merged = kept;
    kept.edges = withItems(kept.edges, dropped.edges);
    kept.targets = undefined;
    kept.objectListeners = withItems(kept.objectListeners, dropped.objectListeners);
    kept.kindListeners = withItems(kept.kindListeners, dropped.kindListeners);
    // What has reached both has been told to the listeners of both.
    const objects = new Set([...kept.objects].map(canonical));
    const reachedDropped = new Set([...dropped.objects].map(canonical));
    const inBoth = new Set([...objects].filter((object) => reachedDropped.has(object)));
    for (const object of reachedDropped) objects.add(object);
    kept.objects = inBoth;
    if (dropped.numbers.length > 0 || dropped.anyNumber) this.numberNodes.push(kept);
    kept.numbers = withItems(kept.numbers, dropped.numbers);
    kept.anyNumber ||= dropped.anyNumber;
    if (dropped.characters || dropped.anyText) this.textNodes.push(kept);
    kept.characters ||= dropped.characters;
    kept.anyText ||= dropped.anyText;
    kept.onlyKey &&= dropped.onlyKey;
    kept.onlyBits &&= dropped.onlyBits;
    if (kept.kinds !== dropped.kinds) kept.pendingKinds |= kept.kinds | dropped.kinds;
    kept.kinds |= dropped.kinds;
    if (dropped.groups) kept.groups = new Map([...dropped.groups, ...(kept.groups ?? [])]);
    for (const object of objects) this.addObject(kept, object);
    this.#enqueue(representative(kept));
  }

  /** Works until nothing changes. */
  solve(): void {
    for (let node = this.#queue.pop(); node; node = this.#queue.pop()) {
      node.queued = false;
      if (node.merged) {
        const kept = representative(node);
        kept.pendingKinds |= node.pendingKinds;
        kept.pendingObjects = withItems(kept.pendingObjects, node.pendingObjects);
        this.#enqueue(kept);
        continue;
      }
      const kinds = node.pendingKinds;
      const objects = node.pendingObjects;
      node.pendingKinds = 0;
      node.pendingObjects = [];
      // What is added meanwhile has been told of all this when it was added.
      const { edges, kindListeners, objectListeners } = node;
      for (let index = 0, count = edges.length; index < count; index += 1) {
        const { target, filter } = edges[index]!;
        this.#forward(kinds, objects, target, filter);
      }
      for (let index = 0, count = kinds === 0 ? 0 : kindListeners.length; index < count; index += 1) {
        kindListeners[index]!(kinds);
      }
      for (const object of objects) {
        for (let index = 0, count = objectListeners.length; index < count; index += 1) {
          objectListeners[index]!(canonical(object));
        }
      }
    }
  }

  /** A node that another flows into through a filter. */
  filtered(source: FlowNode, filter: TypeFilter): FlowNode {
    const node = createNode();
    this.connect(source, node, filter);
    return node;
  }

  #forward(kinds: Kinds, objects: readonly AbstractObject[], target: FlowNode, filter: TypeFilter | undefined): void {
    this.#receive(representative(target), filter ? filterKinds(filter, kinds) : kinds);
    for (const object of objects) {
      if (!filter || filterObject(filter, canonical(object))) this.addObject(target, object);
    }
  }

  #enqueue(node: FlowNode): void {
    if (node.queued) return;
    node.queued = true;
    this.#queue.push(node);
  }
}

/** With more edges than that, a node has a set of what they lead to. */
const FEW = 8;

function leadsTo(from: FlowNode, to: FlowNode, filter: TypeFilter | undefined): boolean {
  if (!filter && from.targets) return from.targets.has(to);
  if (from.edges.some((edge) => edge.filter === filter && representative(edge.target) === to)) return true;
  if (!filter && from.edges.length >= FEW) {
    from.targets = new Set(from.edges.flatMap((edge) => (edge.filter ? [] : [representative(edge.target)])));
  }
  return false;
}
