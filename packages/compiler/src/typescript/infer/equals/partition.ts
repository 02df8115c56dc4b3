import type { Entry, ProgramDescription } from "./description.ts";
import { Numbering } from "./numbering.ts";

/**
 * Finds the items that are equal: a number for each, the same for equal ones. All that could be equal is taken to be so, until what
 * it refers to shows that it is not; so what refers to itself is found equal too.
 */
export function partition(program: ProgramDescription): number[] {
  const kinds = new Numbering<string>();
  let classes = program.descriptions.map(({ kind }) => kinds.of(`${kind}`));
  /** What has been found to tell objects apart besides what they are. */
  const marks = new Map<number, string[]>();
  for (let count = kinds.count; ;) {
    const refined = refine(program, classes, marks);
    classes = refined.classes;
    if (refined.count === count && !markConflicts(program, classes, marks)) return classes;
    count = refined.count;
  }
}

function refine(
  { descriptions, nodes }: ProgramDescription,
  classes: readonly number[],
  marks: ReadonlyMap<number, readonly string[]>,
): { classes: number[]; count: number } {
  const sizes = new Map<number, number>();
  for (const each of classes) sizes.set(each, (sizes.get(each) ?? 0) + 1);
  const nodeClass = nodeClasses(nodes, classes);
  const next = new Numbering<string>();
  const refined = descriptions.map((description, number) => {
    const own = classes[number]!;
    if (sizes.get(own) === 1) return next.of(`${own}`);
    const items = description.items.map((item) => (item === undefined ? "" : classes[item]));
    const values = description.nodes.map((node) => (node === undefined ? "" : nodeClass(node)));
    const entries = new Set(
      description.entries.map((entry) => `${describeKey(entry, classes)}=${classOf(entry, classes, nodeClass)}`),
    );
    const parts = [items.join(), values.join(), [...entries].sort().join(), (marks.get(number) ?? []).join()];
    return next.of(`${own};${parts.join(";")}`);
  });
  return { classes: refined, count: next.count };
}

/** Numbers of nodes, equal for those that equal things reach. */
function nodeClasses(nodes: ProgramDescription["nodes"], classes: readonly number[]): (node: number) => number {
  const known: (number | undefined)[] = [];
  const numbers = new Numbering<string>();
  return (node) =>
    (known[node] ??= numbers.of(
      `${nodes[node]!.kind}:${[...new Set(nodes[node]!.objects.map((object) => classes[object]!))].sort().join()}`,
    ));
}

function describeKey({ key, on }: Entry, classes: readonly number[]): string {
  return on === undefined ? `${key}` : `${key}/${classes[on]}`;
}

function classOf(entry: Entry, classes: readonly number[], nodeClass: (node: number) => number): string {
  return entry.isNode ? `n${nodeClass(entry.value)}` : `${classes[entry.value]}`;
}

/** Tells objects apart that look equal but lead one place to different values. Returns whether there were any. */
function markConflicts(
  { descriptions, nodes }: ProgramDescription,
  classes: readonly number[],
  marks: Map<number, string[]>,
): boolean {
  const nodeClass = nodeClasses(nodes, classes);
  let found = false;
  descriptions.forEach((description, number) => {
    for (const [key, values] of valuesByKey(description.entries, classes, nodeClass)) {
      const different = new Set([...values.values()].map((each) => each.sort().join()));
      if (different.size < 2) continue;
      found = true;
      for (const [object, each] of values) {
        marks.set(object, [...(marks.get(object) ?? []), `${classes[number]} ${key} ${each.sort().join()}`]);
      }
    }
  });
  return found;
}

/** For each key that goes on with an object: the values, by the object. */
function valuesByKey(
  entries: readonly Entry[],
  classes: readonly number[],
  nodeClass: (node: number) => number,
): Map<string, Map<number, string[]>> {
  const found = new Map<string, Map<number, string[]>>();
  for (const entry of entries) {
    if (entry.on === undefined) continue;
    const key = describeKey(entry, classes);
    const values = found.get(key) ?? new Map<number, string[]>();
    found.set(key, values);
    const value = classOf(entry, classes, nodeClass);
    const held = values.get(entry.on);
    if (!held) values.set(entry.on, [value]);
    else if (!held.includes(value)) held.push(value);
  }
  return found;
}
