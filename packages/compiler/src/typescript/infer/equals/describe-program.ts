import type { AbstractObject, FunctionObject, PropertiesObject, ShapeObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { IrFunction } from "../../ir/index.ts";
import type { Analysis } from "../analysis.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { objectsOf, representative } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { currentInstance } from "../values/function-instance.ts";
import { splitSite } from "../values/site.ts";
import type { KnownValues } from "./summarize-range.ts";
import type { Description, Entry, Item, ProgramDescription } from "./description.ts";
import { Numbering } from "./numbering.ts";
import { summarizeBigints, summarizeRange } from "./summarize-range.ts";

/** Writes down what makes the analyses and objects of a program differ. */
export function describeProgram(analysis: Analysis, known: KnownValues): ProgramDescription {
  return new ProgramDescriber(analysis, known).describe();
}

class ProgramDescriber {
  #analysis: Analysis;
  #known: KnownValues;
  /** Numbers of whatever is the same thing from the start: names, functions, variables. */
  #things = new Numbering<unknown>();
  #items = new Map<Item, number>();
  #nodes = new Map<FlowNode, number>();
  #reaching = new Numbering<string>();
  #program: ProgramDescription = { items: [], descriptions: [], tables: [], nodes: [] };
  /** How many analyses a function has. */
  #counts = new Map<IrFunction, number>();

  constructor(analysis: Analysis, known: KnownValues) {
    this.#analysis = analysis;
    this.#known = known;
  }

  describe(): ProgramDescription {
    const { items, descriptions } = this.#program;
    for (const each of [...this.#analysis.objects, ...this.#analysis.instances]) {
      if (each.merged) continue;
      this.#items.set(each, items.length);
      items.push(each);
      if (!("type" in each)) this.#counts.set(each.function, (this.#counts.get(each.function) ?? 0) + 1);
    }
    for (const item of items) descriptions.push("type" in item ? this.#object(item) : this.#instance(item));
    for (const table of this.#analysis.keyedObjects()) this.#program.tables.push(this.#table(table));
    return this.#program;
  }

  #object(object: AbstractObject): Description {
    switch (object.type) {
      case "array":
        return { kind: this.#kind("array"), items: [], nodes: [this.#node(object.element)], entries: [] };
      case "function":
        return this.#function(object);
      case "instance":
        return this.#properties(object, `instance ${this.#things.of(object.class.definition)}`, [object.class]);
      case "shape":
        return this.#shape(object);
      case "class": {
        // Each has its own static fields.
        const own = object.fields.size > 0 ? object.id : "";
        const kind = `class ${this.#things.of(object.definition)} ${own}`;
        return this.#properties(object, kind, [object.scope, object.base, object.instance]);
      }
      case "hostFunction":
      case "typed":
        return { kind: this.#kind(`only ${object.id}`), items: [], nodes: [], entries: [] };
    }
  }

  #function(object: FunctionObject): Description {
    const analysis = this.#analysis.existingInstance(object);
    return this.#properties(object, `function ${this.#things.of(object.function)}`, [object.scope, analysis]);
  }

  #shape(object: ShapeObject): Description {
    const missing = [...object.missing].filter(([, { known }]) => known).map(([name]) => name);
    const orders = object.orders.map((order) => order.map((key) => (typeof key === "string" ? key : 0)));
    const accessors = [...object.getters, ...object.setters];
    const names = accessors.map(([name]) => name);
    const known = JSON.stringify([missing.sort(), [...object.added].sort(), orders, names]);
    const kind = `shape ${this.#things.of(object.shape)} ${known}`;
    const description = this.#properties(
      object,
      kind,
      accessors.map(([, accessor]) => accessor),
    );
    for (const key of object.orders.flat()) if (typeof key !== "string") description.nodes.push(this.#node(key));
    return description;
  }

  #properties(object: PropertiesObject, kind: string, items: (Item | undefined)[]): Description {
    const names = JSON.stringify([...object.fields.keys()]);
    return {
      kind: this.#kind(`${kind} ${names} ${object.dynamic} ${object.removable}`),
      items: items.map((item) => this.#item(item)),
      nodes: [...object.fields.values()].map((node) => this.#node(node)),
      entries: [],
    };
  }

  #instance(instance: FunctionInstance): Description {
    const constants = [...instance.constants].map(([variable, text]) => [this.#things.of(variable), text]);
    const description: Description = {
      kind: this.#kind(`analysis ${this.#things.of(instance.function)} ${JSON.stringify(constants)}`),
      items: [this.#item(instance.scope)],
      nodes: [this.#node(instance.result)],
      entries: [],
    };
    const { entries, nodes } = description;
    // The only one has no equal; but what it calls may tell others apart.
    if (this.#counts.get(instance.function)! > 1) {
      for (const node of instance.expressions) nodes.push(node && this.#node(node));
      for (const [variable, node] of instance.variables) entries.push(this.#entry(variable, undefined, node));
    }
    for (const [site, node] of instance.places) {
      const { before, object, after } = splitSite(site);
      entries.push(this.#entry(`place ${before} ${after}`, object, node));
    }
    for (const [site, object] of instance.allocations) {
      const { before, object: on, after } = splitSite(site);
      entries.push(this.#entry(`object ${before} ${after}`, on, object));
    }
    for (const [site, targets] of instance.calls) {
      const { before, object, after } = splitSite(site);
      const call = `call ${before} ${after}`;
      for (const { on, instance: callee } of targets) {
        if (typeof on === "number") entries.push(this.#entry(`${call} of ${on}`, object, callee));
        else entries.push(this.#entry(call, on.id, callee));
      }
    }
    return description;
  }

  #table(table: ReadonlyMap<unknown, AbstractObject>): Entry[] {
    return [...table].flatMap(([owner, object]) =>
      owner === undefined ? [] : [{ key: 0, on: this.#item(owner as Item), value: this.#item(object)!, isNode: false }],
    );
  }

  #entry(key: unknown, on: number | undefined, value: Item | FlowNode): Entry {
    const isNode = "kinds" in value;
    return {
      key: this.#things.of(key),
      on: on === undefined ? undefined : this.#item(this.#analysis.objects[on]),
      value: isNode ? this.#node(value) : this.#item(value)!,
      isNode,
    };
  }

  #kind(name: string): number {
    return this.#things.of(name);
  }

  #item(item: Item | undefined): number | undefined {
    if (!item) return undefined;
    return this.#items.get("type" in item ? canonical(item) : currentInstance(item));
  }

  #node(of: FlowNode): number {
    const node = representative(of);
    let number = this.#nodes.get(node);
    if (number === undefined) {
      const objects = objectsOf(node).map((object) => this.#items.get(object)!);
      const kind = this.#kind(this.#values(node));
      number = this.#reaching.of(`${kind} ${objects.sort().join()}`);
      this.#nodes.set(node, number);
      this.#program.nodes[number] ??= { kind, objects };
    }
    return number;
  }

  #values(node: FlowNode): string {
    const { ranges, bigints, characters } = this.#known;
    const known = ranges.get(node);
    const range = known && summarizeRange(node, known);
    const numbers = range ? [range.min, range.max, range.whole, range.negativeZero, range.nan].map(String).join() : "";
    const whole = bigints.get(node);
    const words = whole ? Object.values(summarizeBigints(node, whole)).join() : "";
    return `values ${node.kinds} ${characters.has(node)} ${numbers} ${words}`;
  }
}
