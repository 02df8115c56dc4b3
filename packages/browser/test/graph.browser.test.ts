// Random views follow random changes of a controller's state: what is updated is what changed, no less.
import type { Expression } from "@rune/schema";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import type { GraphResult, Step } from "./harness/graph-entry.ts";
import { drawView, type RowSubject } from "./harness/random-view.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

const controller = `
  interface Owner { name: string; age: number; pet?: { kind: string } }
  interface Todo { id: number; title: string; done: boolean; owner: Owner | null; tags: string[]; subs: Todo[] }
  class Meter { steps = 0; constructor(public name: string) {} get twice(): number { return this.steps * 2; } step(): void { this.steps++; } }
  type Shape = { kind: "dot"; size: number } | { kind: "box"; sides: number[] };
  let last = 0;
  const owner = (n: number): Owner => ({ name: "o" + n, age: n });
  const todo = (n: number): Todo => ({ id: ++last, title: "t" + n, done: n % 2 === 0, owner: n % 3 ? owner(n) : null, tags: ["x" + n], subs: [] });
  export let todos: Todo[] = [todo(1), todo(2), todo(3)];
  export let selected = 1;
  export let word: string | undefined = "w";
  export let current: Todo | null = todos[0]!;
  export const owners = new Map<string, Owner>([["a", owner(1)], ["b", owner(2)]]);
  export const flags = new Set<number>([1, 2]);
  export const counts: Record<string, number> = { a: 1 };
  export const meter = new Meter("m");
  export let shape: Shape = { kind: "dot", size: 1 };
  export let numbers: number[] = [1, 2, 3];
  export let when = new Date(1000);
  export let pair: [number, Owner] = [1, owner(7)];
  export function visible(): Todo[] { return todos.filter((each) => !each.done); }
  export function first(): Todo | undefined { return todos[0]; }
  export const titles = (): string => todos.map((each) => each.title).join();
  const at = (n: number): Todo | undefined => todos[n % Math.max(1, todos.length)];
  export function change(kind: number, a: number, b: number): void {
    const one = at(a);
    switch (kind) {
      case 0: todos.push(todo(a)); break;
      case 1: todos.splice(a % (todos.length + 1), 1 + b % 2); break;
      case 2: if (one) one.title += "!"; break;
      case 3: if (one) one.done = !one.done; break;
      case 4: selected = a; break;
      case 5: if (one) one.owner = b % 2 ? owner(b) : null; break;
      case 6: if (one?.owner) one.owner.name += a; break;
      case 7: if (one) one.tags.push("g" + b); break;
      case 8: if (one) one.subs.push(todo(b)); break;
      case 9: owners.set("k" + (a % 3), owner(b)); break;
      case 10: owners.delete("k" + (a % 3)); break;
      case 11: flags.add(a); if (flags.size > 4) flags.clear(); break;
      case 12: counts["k" + (a % 3)] = b; break;
      case 13: meter.step(); break;
      case 14: shape = a % 2 ? { kind: "dot", size: b } : { kind: "box", sides: [a, b] }; break;
      case 15: numbers[a % 4] = b; break;
      case 16: todos = todos.toReversed(); break;
      case 17: current = a % 3 ? (one ?? null) : null; break;
      case 18: word = a % 3 ? "w" + a : undefined; break;
      case 19: if (current) current.title = "c" + b; break;
      case 20: todos.sort((x, y) => y.id - x.id); break;
      case 21: when = new Date(a); break;
      case 22: pair = [b, pair[1]]; pair[1].age++; break;
      case 23: if (one?.subs[0]) one.subs[0].title += b; break;
      case 24: for (const each of owners.values()) each.age++; break;
      case 25: if (one?.owner) one.owner.pet = { kind: "p" + b }; break;
      case 26: delete counts["k" + (a % 3)]; break;
      case 27: [todos[0], todos[1]] = [todos[1] ?? todo(a), todos[0] ?? todo(b)]; break;
      case 28: if (one) one.id = ++last; break;
      case 29: if (one) { one.id = ++last; todos.push(todo(b)); } break;
      case 30: if (one && todos[0]) [one.id, todos[0].id] = [todos[0].id, one.id]; break;
      case 31: if (one?.subs[0]) one.subs[0].id = ++last; break;
      case 32: if (one) { todos.splice(b % todos.length, 1); one.id = ++last; one.done = false; } break;
      case 33: if (one) todos.unshift(one); break;
      default: break;
    }
  }`;

const data = (name: string): Expression => ["data", name];
const get = (object: Expression, ...names: string[]): Expression =>
  names.reduce<Expression>((inner, name) => ["get", inner, name], object);
const path =
  (...names: string[]) =>
  (row: Expression): Expression =>
    get(row, ...names);
const ownerRow: RowSubject = { values: [path("name"), path("age"), path("pet", "kind")], lists: [] };
const plainRow: RowSubject = { values: [path()], lists: [] };
const values = [
  path("id"),
  path("title"),
  path("done"),
  path("owner", "name"),
  path("tags"),
  path("tags", "length"),
  path(),
];
const subRow: RowSubject = { values, lists: [] };
const todoRow: RowSubject = {
  values: [...values, (row) => ["==", get(row, "id"), data("selected")], (row) => ["==", row, data("current")]],
  lists: [
    { each: path("tags"), item: plainRow },
    { each: path("subs"), key: ["get", ["item", 0], "id"], item: subRow },
    { each: path("subs"), key: ["text", ["get", ["item", 1], "id"], ["get", ["item", 0], "id"]], item: subRow },
  ],
};
const entryRow: RowSubject = { values: [path("0"), path("1", "name"), path("1", "age")], lists: [] };
const byId: Expression = ["get", ["item", 0], "id"];
const subject = {
  values: [
    ...["selected", "word", "current", "shape", "when", "nothing", "counts"].map(data),
    get(data("todos"), "length"),
    get(data("current"), "title"),
    get(data("current"), "owner", "name"),
    get(data("owners"), "size"),
    get(data("flags"), "size"),
    get(data("counts"), "k1"),
    get(data("meter"), "steps"),
    get(data("meter"), "twice"),
    get(data("shape"), "size"),
    get(data("shape"), "sides", "1"),
    get(data("pair"), "1", "age"),
    ["at", data("numbers"), data("selected")] as Expression,
    ["get", ["at", data("todos"), 0], "title"] as Expression,
    ["at", data("counts"), ["text", "k", data("selected")]] as Expression,
    ["get", ["call", "first"], "title"] as Expression,
    ["call", "titles"] as Expression,
  ],
  lists: [
    { each: data("todos"), key: byId, item: todoRow },
    { each: ["call", "visible"] as Expression, key: byId, item: todoRow },
    { each: data("owners"), item: entryRow },
    { each: data("flags"), item: plainRow },
    { each: data("numbers"), item: plainRow },
    { each: data("selected"), item: plainRow },
    { each: get(data("current"), "subs"), item: subRow },
    { each: data("todos"), item: { values: [path("owner")], lists: [] } },
    { each: ["if", data("word"), data("todos"), get(data("current"), "subs")] as Expression, item: subRow },
    { each: get(data("pair"), "1"), item: ownerRow },
  ],
};

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(fc.nat(33), fc.nat(5), fc.nat(5)).map((values): Step => ["change", values]),
  { minLength: 8, maxLength: 16 },
);

declare global {
  var graph: { run(...values: unknown[]): Promise<GraphResult> };
}

let site: TestSite;
let handle: TestPageHandle;
let sealed: Awaited<ReturnType<typeof compileTestApp>>;
beforeAll(async () => {
  site = await createTestSite("graph-entry.ts");
  sealed = await compileTestApp({
    "pages/home/index.html": `<p data-bind="todos.length"></p><p data-bind="titles()"></p><p data-bind="first()"></p><p data-bind="visible()"></p>`,
    "pages/home/controller.ts": controller,
  });
  handle = await site.open(sealed, { isMounted: false });
});
afterAll(() => site.close());

test(
  "what is updated after random turns is what updating everything gives, and what a new page shows",
  { timeout: 300_000 },
  async () => {
    const file = sealed.manifest.modules[0]?.file ?? "";
    const bytes = [...(sealed.files.get(file) ?? [])];
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), steps, async (draw, turns) => {
        const view = drawView(draw, subject);
        // Views are too deep for the types of what is handed to a page.
        const given: unknown = [sealed.manifest, bytes, view, turns];
        const result = await handle.page.evaluate((all) => graph.run(...(all as Parameters<typeof graph.run>)), given);
        changes += result.changes;
        const place = `${JSON.stringify(view.templates)}\nafter ${JSON.stringify(turns)}`;
        expect(result.difference, place).toBe(undefined);
        expect(
          result.errors.filter((message) => !/same data-key|cannot repeat/.test(message)),
          place,
        ).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(changes).toBeGreaterThan(40);
  },
);
