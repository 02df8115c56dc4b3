import type { Description, Entry, ProgramDescription } from "./description.ts";
import { Numbering } from "./numbering.ts";

/**
 * Finds the items that are equal: a number for each, the same for equal ones. All that could be equal is taken to be so, until what
 * it refers to shows that it is not; so what refers to itself is found equal too.
 */
export function partition(program: ProgramDescription): number[] {
  return new Partition(program).find();
}

class Partition {
  #program: ProgramDescription;
  /** The class of each item. */
  #classes: number[];
  #count: number;
  /** Items by what they refer to. */
  #referring: number[][];
  /** What has been found to tell objects apart besides what they are. */
  #marks = new Map<number, string[]>();

  constructor(program: ProgramDescription) {
    this.#program = program;
    const kinds = new Numbering<string>();
    this.#classes = program.descriptions.map((description) => kinds.of(kindOf(description, program)));
    this.#count = kinds.count;
    this.#referring = program.items.map(() => []);
    program.descriptions.forEach((description, item) => {
      for (const other of referencesOf(description, program)) this.#referring[other]!.push(item);
    });
  }

  find(): number[] {
    let changed = [...this.#classes.keys()];
    while (changed.length > 0) {
      while (changed.length > 0) changed = this.#refine(changed);
      changed = this.#markConflicts();
    }
    return this.#classes;
  }

  /** Divides the classes that items belong to by what their items refer to; returns what may look different after that. */
  #refine(items: readonly number[]): number[] {
    const wanted = new Set(items.map((item) => this.#classes[item]!));
    const members = new Map<number, number[]>();
    this.#classes.forEach((number, item) => {
      if (!wanted.has(number)) return;
      const known = members.get(number);
      if (known) known.push(item);
      else members.set(number, [item]);
    });
    const moved: { item: number; to: number }[] = [];
    const reaching = this.#reaching();
    for (const each of members.values()) {
      if (each.length < 2) continue;
      const parts = new Numbering<string>();
      const first = this.#count - 1;
      for (const item of each) {
        const part = parts.of(this.#references(item, reaching));
        if (part > 0) moved.push({ item, to: first + part });
      }
      this.#count += parts.count - 1;
    }
    for (const { item, to } of moved) this.#classes[item] = to;
    return [...new Set(moved.flatMap(({ item }) => this.#referring[item]!))];
  }

  /** What an item refers to, as classes. */
  #references(item: number, reaching: (node: number) => string): string {
    const description = this.#program.descriptions[item]!;
    const { nodes } = this.#program;
    const items = description.items.map((other) => (other === undefined ? "" : this.#classes[other]));
    const values = description.nodes.map((node) =>
      node === undefined || nodes[node]!.objects.length === 0 ? "" : reaching(node),
    );
    const entries = new Set(description.entries.map((entry) => `${this.#key(entry)}=${this.#value(entry, reaching)}`));
    const marks = this.#marks.get(item) ?? [];
    return [items.join(), values.join(), [...entries].sort().join(), marks.join()].join(";");
  }

  /** What reaches nodes, as classes, as long as those stay. */
  #reaching(): (node: number) => string {
    const known: (string | undefined)[] = [];
    const { nodes } = this.#program;
    return (node) =>
      (known[node] ??= `${nodes[node]!.kind}:${[
        ...new Set(nodes[node]!.objects.map((object) => this.#classes[object]!)),
      ]
        .sort((first, second) => first - second)
        .join("+")}`);
  }

  #key({ key, on }: Entry): string {
    return on === undefined ? `${key}` : `${key}/${this.#classes[on]}`;
  }

  #value(entry: Entry, reaching: (node: number) => string): string {
    return entry.isNode ? reaching(entry.value) : `${this.#classes[entry.value]}`;
  }

  /** Marks objects that look equal but lead one place to different values. Returns them. */
  #markConflicts(): number[] {
    const { descriptions, tables } = this.#program;
    const places = [
      ...descriptions.map(({ entries }, number) => ({ place: `${this.#classes[number]}`, entries })),
      ...tables.map((entries, number) => ({ place: `table ${number}`, entries })),
    ];
    const marked: number[] = [];
    const reaching = this.#reaching();
    for (const { place, entries } of places) {
      for (const [key, values] of this.#valuesByKey(entries, reaching)) {
        const different = new Set([...values.values()].map((each) => each.sort().join()));
        if (different.size < 2) continue;
        for (const [object, each] of values) {
          this.#marks.set(object, [...(this.#marks.get(object) ?? []), `${place} ${key} ${each.join()}`]);
          marked.push(object);
        }
      }
    }
    return marked;
  }

  /** For each key that goes on with an object: the values, by the object. */
  #valuesByKey(entries: readonly Entry[], reaching: (node: number) => string): Map<string, Map<number, string[]>> {
    const found = new Map<string, Map<number, string[]>>();
    for (const entry of entries) {
      if (entry.on === undefined) continue;
      const key = this.#key(entry);
      const values = found.get(key) ?? new Map<number, string[]>();
      found.set(key, values);
      const value = this.#value(entry, reaching);
      const held = values.get(entry.on);
      if (!held) values.set(entry.on, [value]);
      else if (!held.includes(value)) held.push(value);
    }
    return found;
  }
}

/** All that is known of an item from the start. */
function kindOf({ kind, items, nodes }: Description, program: ProgramDescription): string {
  const held = items.map((item) => (item === undefined ? "" : 1));
  const kinds = nodes.map((node) => {
    if (node === undefined) return "";
    const { kind: known, objects } = program.nodes[node]!;
    return objects.length > 0 ? `${known}+` : known;
  });
  return `${kind};${held.join()};${kinds.join()}`;
}

function referencesOf({ items, nodes, entries }: Description, program: ProgramDescription): Set<number> {
  const found = new Set<number>();
  const addNode = (node: number): void => program.nodes[node]!.objects.forEach((object) => found.add(object));
  for (const item of items) if (item !== undefined) found.add(item);
  for (const node of nodes) if (node !== undefined) addNode(node);
  for (const { on, value, isNode } of entries) {
    if (on !== undefined) found.add(on);
    if (isNode) addNode(value);
    else found.add(value);
  }
  return found;
}
