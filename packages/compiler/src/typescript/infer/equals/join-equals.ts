import type { AbstractObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { representative } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { currentInstance } from "../values/function-instance.ts";
import { moveSite, splitSite } from "../values/site.ts";
import type { Item } from "./description.ts";
import { describeProgram } from "./describe-program.ts";
import { partition } from "./partition.ts";
import type { KnownValues } from "./summarize-range.ts";
import { summarizeBigints, summarizeRange } from "./summarize-range.ts";
import type { Site } from "../values/site.ts";

/**
 * Makes equal analyses of one function one, and objects that are equal in all that the analysis has found out about them; so what was
 * kept apart without a use becomes code once. It comes last: nothing may flow any more.
 */
export function joinEquals(known: KnownValues & { analysis: Analysis }): void {
  const { analysis } = known;
  const program = describeProgram(analysis, known);
  const kept = new Map<number, number>();
  partition(program).forEach((number, index) => {
    const first = kept.get(number);
    if (first === undefined) kept.set(number, index);
    else {
      program.items[index]!.merged = program.items[first] as Item["merged"] & {};
      const nodes = nodesOf(program.items[first]!);
      for (const node of nodes) shareRange(representative(node), known);
    }
  });
  for (const object of analysis.objects) if (!object.merged) updateObject(object);
  for (const instance of analysis.instances) if (!instance.merged) updateInstance(analysis, instance);
  for (const table of analysis.keyedObjects()) updateOwners(table);
  for (const [object, instance] of Array.from(analysis.sharedInstances)) {
    const current = canonical(object);
    if (!analysis.sharedInstances.has(current)) analysis.sharedInstances.set(current, currentInstance(instance));
  }
}

function* nodesOf(item: Item): Iterable<FlowNode> {
  if (!("type" in item)) {
    yield item.result;
    for (const node of item.expressions) if (node) yield node;
    yield* item.variables.values();
    yield* item.places.values();
  } else if (item.type === "array") yield item.element;
  else if ("fields" in item) yield* item.fields.values();
}

/** The numbers in what stands for several are those of all of them. */
function shareRange(node: FlowNode, { ranges, bigints }: KnownValues): void {
  const range = ranges.get(node);
  if (range) ranges.set(node, summarizeRange(node, range));
  const whole = bigints.get(node);
  if (whole) bigints.set(node, summarizeBigints(node, whole));
}

function updateObject(object: AbstractObject): void {
  if (object.type === "instance") object.class = canonical(object.class);
  if (object.type === "class") {
    object.base &&= canonical(object.base);
    object.instance &&= canonical(object.instance);
  }
  if (object.type === "function" || object.type === "class") object.scope &&= currentInstance(object.scope);
}

/** What is kept under the number of an object goes under that of the one which it has become. */
function updateInstance(analysis: Analysis, instance: FunctionInstance): void {
  instance.scope &&= currentInstance(instance.scope);
  for (const table of [instance.places, instance.allocations, instance.calls] as Map<Site, unknown>[]) {
    for (const [site, value] of Array.from(table)) {
      const parts = splitSite(site);
      if (parts.object === undefined) continue;
      const current = moveSite(parts, canonical(analysis.objects[parts.object]!));
      if (!table.has(current)) table.set(current, value);
    }
  }
}

function updateOwners(table: Map<unknown, AbstractObject>): void {
  for (const [owner, object] of Array.from(table)) {
    if (owner === undefined) continue;
    const item = owner as Item;
    const current = "type" in item ? canonical(item) : currentInstance(item);
    if (!table.has(current)) table.set(current, object);
  }
}
