import { expect, test } from "vitest";
import { compileTypeScript } from "../../../src/typescript/compile.ts";

/** What is called `pure…` changes nothing, what is called `impure…` does. */
const source = `
  class Todo { done = false; constructor(public id: number, public title: string, public tags: string[] = []) {} get label(): string { return this.title.toUpperCase(); } toggle(): void { this.done = !this.done; } }
  export let todos: Todo[] = [new Todo(1, "a"), new Todo(2, "b")];
  export let count = 0;
  const seen = new Map<string, number>();
  let calls = 0;
  export function pure1(n: number): boolean { return n > count; }
  export function pure2(): Todo[] { return todos.filter((t) => !t.done); }
  export function pure3(): string[] { return [...todos].sort((a, b) => b.id - a.id).map(({ title }) => title.trim()); }
  export function pure4(): number { let sum = 0; todos.forEach((t) => { sum += t.id; }); for (const t of todos) sum += t.id; return sum; }
  export function pure5(): { id: number; more: string[] } { const o = { id: 1, more: [] as string[] }; o.id = 2; o.more.push("x"); return o; }
  export function pure6(): string { const m = new Map<string, number>(); m.set("a", 1); for (const [k, v] of m) m.set(k, v + 1); const s = new Set([1, 2]); s.add(3); return [...m.keys()].join() + s.size; }
  export function pure7(): string { return JSON.stringify({ a: todos.length, b: [1, 2] }) + String(seen.get("x")) + new Date(0).toISOString(); }
  export const pure8 = (t: string): string => t.split(",").reverse().join("-").replace(/a/g, "b") + todos.map((x) => x.label).join();
  export function pure9(): Todo { const t = new Todo(3, "c"); t.toggle(); return t; }
  export function pure10(): Record<string, number> { const r: Record<string, number> = {}; for (const t of todos) r[t.title] = t.id; return r; }
  export function pure11(n: number): number { return n <= 1 ? 1 : n * pure11(n - 1); }
  export function pure12(): number[] { const make = (): number[] => { const out: number[] = []; out.push(1); return out; }; const got = make(); got.push(2); return got; }
  export function pure13(d = 2): string { const parts: string[] = []; const add = (t: string): void => { parts.push(t); }; add("a"); add("b".repeat(d)); return parts.join(""); }
  export function impure1(): void { count++; }
  export function impure2(): void { todos.push(new Todo(9, "z")); }
  export function impure3(): void { todos[0].done = true; }
  export function impure4(): string[] { return todos.sort((a, b) => a.id - b.id).map((t) => t.title); }
  export function impure5(): number { return calls++; }
  export function impure6(): void { seen.set("a", 1); }
  export function impure7(): void { rune.log_info("x"); }
  export function impure8(): void { for (const t of todos) t.toggle(); }
  export function impure9(list: number[]): number { return list.pop() ?? 0; }
  export function impure10(): Todo[] { const copy = [...todos]; copy[0].done = true; return copy; }
  const counter = (() => { let n = 0; return { next: () => ++n }; })();
  export function impure11(): number { return counter.next(); }
  export function impure12(): void { const t = todos.find((x) => x.id === 1); if (t) t.title = "q"; }
  export async function impure13(): Promise<number> { return 1; }
  export function impure14(): number { const alias = todos; alias.length = 0; return 1; }
  export function impure15(): void { [1].forEach(() => { count = 3; }); }
  function helper(list: Todo[]): void { list.reverse(); }
  export function impure16(): void { helper(todos); }
  export function impure17(): void { const o = { list: todos }; o.list.push(new Todo(1, "x")); }
  export function impure18(): void { Object.assign(todos[0], { title: "q" }); }
  export function impure19(): void { delete (dict as Record<string, number>)["a"]; }
  const dict: Record<string, number> = { a: 1 };
  const gen = (function* (): Generator<number> { yield 1; yield 2; })();
  export function impure20(): number { let s = 0; for (const x of gen) s += x; return s; }
  const notes = new WeakMap<Todo, string>();
  export function impure22(): void { notes.set(todos[0], "x"); }
  export function impure23(): boolean { return notes.delete(todos[0]); }
  const doubles = new Float64Array(2);
  const words = new DataView(doubles.buffer);
  export function impure24(): void { words.setFloat64(0, 1); }
  export function pure14(): string { const weak = new WeakMap<Todo, string>(); const t = new Todo(4, "d"); weak.set(t, "x"); return weak.get(t) ?? ""; }
  export function pure15(r: Record<string, number>): number { let n = 0; for (const k in r) n += r[k]!; return n + Object.keys(r).length + Object.entries(r).filter(([, v]) => v > 1).length + Object.values(r).length; }
  export function pure16(): string[] { return [...seen.keys(), ...new Map(seen).keys(), ...new Set(["x"])].sort(); }
  export function pure17(): { title: string; long: boolean }[] { return todos.map((t) => ({ ...t, long: t.title.length > 9 })); }
  export function pure18(r: Record<string, number>): Record<string, number> { const copy: Record<string, number> = { ...r, z: 1 }; copy["a"] = 2; return copy; }
  export function pure19(r: Record<number, string>): string { return r[3] ?? Object.fromEntries(seen)["a"]!.toFixed(); }
  export function impure25(r: Record<string, number>): void { r["a"] = 1; }
  export function impure26(r: Record<number, number>): void { r[1] = 1; }
  export function impure27(r: Record<string, Todo>): void { const copy = { ...r }; copy["a"]!.title = "q"; }
  export function impure28(r: Record<string, number>): void { Object.assign(r, { b: 1 }); }
  export function impure21(): void { ({ x: count } = { x: 5 }); }
`;

/** What functions fill themselves is theirs, unless they put in what was there before. */
const filling = `
  interface Item { name: string; unit: string; amount: number; tags: string[] }
  interface Group { name: string; items: Item[]; total: number }
  export let items: Item[] = [];
  export let groupsKept: Record<string, Item[]> = { a: [{ name: "", unit: "", amount: 1, tags: [] }] };
  const re = /^[a-z]+$/i;
  const reg = /a/g;
  export function pure1(t: string): boolean { return re.test(t); }
  export function pure2(t: string): number { return t.match(re)?.length ?? 0; }
  export function pure3(t: string): string { return t.replace(re, "x") + t.split(re).join() + t.search(re); }
  export function impure1(t: string): boolean { return reg.test(t); }
  export function pure4(): Map<string, Item[]> { const m = new Map<string, Item[]>(); for (const x of items) { let l = m.get(x.unit); if (!l) m.set(x.unit, l = []); l.push(x); } return m; }
  export function pure5(): { unit: string; list: Item[] }[] { return [...Map.groupBy(items, (i) => i.unit)].map(([unit, list]) => ({ unit, list })); }
  export function pure6(): Group[] { const groups: Group[] = []; for (const x of items) { let g = groups.find((each) => each.name === x.unit); if (!g) { g = { name: x.unit, items: [], total: 0 }; groups.push(g); } g.items.push(x); g.total += x.amount; } return groups; }
  export function pure8(): number { const byName = new Map<string, { n: number }>(); items.forEach((i) => { const k = byName.get(i.name); if (k) k.n++; else byName.set(i.name, { n: 1 }); }); return byName.size; }
  export function pure9(): number[][] { const grid: number[][] = []; for (let y = 0; y < 3; y++) { grid.push([]); for (let x = 0; x < 3; x++) grid[y]!.push(x * y); } grid[1]![1] = 5; return grid; }
  export function impure2(): void { for (const l of Object.values(groupsKept)) l.push({} as Item); }
  export function impure3(): void { const m = new Map<string, Item[]>(); m.set("a", items); m.get("a")!.push({} as Item); }
  export function impure4(): void { const m = new Map<string, Item>(); m.set("a", items[0]!); m.get("a")!.amount = 1; }
  const counter = (() => { const n = { v: 0 }; return { next: () => ++n.v }; })();
  export function impure5(): number { return counter.next(); }
  class Shop { #cache = new Map<string, number[]>(); get(k: string): number[] { let l = this.#cache.get(k); if (!l) this.#cache.set(k, l = []); l.push(1); return l; } }
  const shop = new Shop();
  export function impure6(): number[] { return shop.get("a"); }
  const gen = (function* (): Generator<number> { const st = { n: 0 }; while (true) { st.n++; yield st.n; } })();
  export function pure12(): Map<string, number> { const count = new Map<string, number>(); for (const i of items) for (const t of i.tags) count.set(t, (count.get(t) ?? 0) + 1); return new Map([...count].sort((a, b) => b[1] - a[1])); }
  export function pure14(): Record<string, { n: number; names: Set<string> }> { const out: Record<string, { n: number; names: Set<string> }> = {}; for (const i of items) { const o = (out[i.unit] ??= { n: 0, names: new Set() }); o.n++; o.names.add(i.name); } return out; }
  export function pure15(): Item[] { const byName = new Map<string, Item>(); for (const i of items) { const known = byName.get(i.name); if (known) known.amount += i.amount; else byName.set(i.name, { ...i }); } return [...byName.values()]; }
  export function pure16(): { id: number; kids: unknown[] }[] { const byId = new Map<number, { id: number; kids: unknown[] }>(); items.forEach((_, id) => byId.set(id, { id, kids: [] })); byId.forEach((n) => byId.get(n.id - 1)?.kids.push(n)); return [...byId.values()]; }
  export function pure18(): { unit: string; list: Item[] }[] { const byName = new Map<string, Item>(); for (const i of items) { const known = byName.get(i.name); if (known) known.amount += i.amount; else byName.set(i.name, { ...i }); } const byUnit = new Map<string, Item[]>(); for (const i of byName.values()) { let list = byUnit.get(i.unit); if (!list) byUnit.set(i.unit, (list = [])); list.push(i); } return [...byUnit].map(([unit, list]) => ({ unit, list })); }
  let last: number[] = [];
  export function impure8(): number[] { const l = [1]; last = l; return l; }
  export function impure9(): number { last.push(1); return 1; }
  export function pure17(): number[] { const copy = last.slice(); copy.sort(); copy.reverse(); return copy; }
  interface Node2 { kids: Node2[]; n: number }
  export let tree: Node2 = { kids: [], n: 0 };
  export function impure20(): void { const list: Node2[] = []; list.push(tree); list[0]!.n++; }
  export function impure21(): void { const list: Node2[] = []; list.push(...tree.kids); list[0]!.n++; }
  export function impure22(): void { const list: { of: Node2 }[] = []; list.push({ of: tree }); list[0]!.of.n++; }
  function fill(l: { of: Node2[] }): void { l.of = tree.kids; }
  export function impure23(): void { const l: { of: Node2[] }[] = [{ of: [] }]; fill(l[0]!); l[0]!.of.push(tree); }
  export function impure24(): void { const l: { of: Node2[] }[] = [{ of: [] }]; l.forEach((each) => { each.of = tree.kids; }); l[0]!.of.push(tree); }
  export function impure25(): void { const l: Node2[][] = []; const got = l.find(() => true) ?? tree.kids; l.push(got); l[0]!.push(tree); }
  export function impure26(): void { const l: Node2[][] = [[]]; const r = l.reduce((_, x) => tree.kids, []); r.push(tree); }
  export function impure27(): void { const l: Node2[][] = [[]]; const m = l.map(() => tree.kids); m[0]!.push(tree); }
  export function impure28(): void { const l: Node2[][] = []; const put = (x: Node2[]): void => { l.push(x); }; put(tree.kids); l[0]!.push(tree); }
  export function impure29(): void { const m = new Map<string, Node2>(); const add = { set value(x: Node2) { m.set("a", x); } }; add.value = tree; m.get("a")!.n++; }
  export function impure30(): void { const o: { a?: Node2 } = {}; Object.assign(o, { a: tree }); o.a!.n++; }
  export function impure31(): void { const rows = [tree]; for (const r of rows) r.n++; }
  export function impure32(): void { const rows: Node2[] = []; for (const r of tree.kids) rows.push(r); for (const r of rows) r.n++; }
  export function impure33(): void { let a: Node2[][] = []; const b = a; b.push(tree.kids); a[0]!.push(tree); }
  export function impure34(): void { const m = new Map<string, Node2[]>(); const l = m.get("a") ?? (m.set("a", tree.kids), m.get("a")!); l.push(tree); }
  class Holder { list: Node2[] = []; take(): void { this.list = tree.kids; } }
  export function impure35(): void { const hs: Holder[] = [new Holder()]; hs[0]!.take(); hs[0]!.list.push(tree); }
  export function impure36(): void { const s = new Set<Node2>(); s.add(tree); for (const x of s) x.n = 1; }
  export function impure37(): void { const l: Node2[] = []; l[0] = tree; const [first] = l; first!.n = 2; }
  export function impure38(): void { const l: Node2[] = []; l.concat(tree.kids)[0]!.n = 1; }
  export function impure39(): void { const l = Array.from(tree.kids); l[0]!.n = 1; }
  export function impure40(): void { const o: Record<string, Node2> = {}; o["x"] = tree; for (const k in o) o[k]!.n = 4; }
  export function impure41(): void { try { throw tree; } catch (e) { (e as Node2).n = 4; } }
  export function impure42(): void { const l: Node2[][] = [[]]; l.splice(0, 1, tree.kids); l.at(0)!.push(tree); }
  export function impure43(): void { const l: { f: () => Node2 }[] = []; l.push({ f: () => tree }); l[0]!.f().n = 1; }
  export function impure44(): void { const l: Node2[][] = [[]]; l.sort(() => 1); const k = l.flatMap(() => [tree.kids]); k[0]!.push(tree); }
`;

/** What functions make is theirs also where it looks like what was there before. */
const alike = `
  interface Row { n: number }
  export let rows: Row[] = [];
  export function put(): void { rows.push({ n: 1 }); }
  class Box { list: Row[] = []; add(row: Row): void { this.list.push(row); } }
  class Given { constructor(public list: Row[]) {} add(row: Row): void { this.list.push(row); } }
  class Board { cells: Row[] = Array.from({ length: 3 }, (_, n): Row => ({ n })); at(i: number): Row | undefined { return this.cells[i]; } mark(row: Row): void { row.n++; } }
  export let board = new Board();
  export function finish(): void { board.mark(board.at(0)!); }
  class Stack<T> { #items: T[] = []; push(item: T): this { this.#items.push(item); return this; } pop(): T | undefined { return this.#items.pop(); } get size(): number { return this.#items.length; } }
  const undo = new Stack<Row>();
  export function save(): void { undo.push({ n: 1 }); }
  function groupBy<K, V>(items: Iterable<V>, key: (item: V) => K): Map<K, V[]> { const groups = new Map<K, V[]>(); for (const item of items) { const k = key(item); const group = groups.get(k); if (group) group.push(item); else groups.set(k, [item]); } return groups; }
  export function pure1(): number { const box = new Box(); for (const row of rows) box.add(row); return box.list.length; }
  export function impure1(): number { const box = new Crate(); box.list = rows; box.add({ n: 2 }); return 1; }
  export function pure2(): number { const lists: Row[][] = [[]]; rows.forEach((row) => lists[0]!.push(row)); return lists.length; }
  export function impure2(): number { const lists: Row[][] = [rows]; rows.forEach((row) => lists[0]!.push(row)); return lists.length; }
  export function pure3(): number { return groupBy(rows, ({ n }) => n).size; }
  export function impure3(): number { const groups = groupBy(rows, ({ n }) => n); for (const group of groups.values()) group[0]!.n++; return 1; }
  export function pure4(): number { return rows.reduce<Row[][]>((all, row) => { all[all.length - 1]!.push(row); if (all.length < 3) all.push([]); return all; }, [[]]).length; }
  export function impure4(): number { return rows.reduce<Row[][]>((all, row) => { all[0]!.push(row); return all; }, [rows]).length; }
  export function pure5(): number { const stack = new Stack<Row>(); for (const row of rows) stack.push(row); stack.pop(); return stack.size; }
  export function impure5(): number { undo.push({ n: 1 }); return undo.size; }
  export function impure6(): number { const box = new Given(rows); box.add({ n: 1 }); return 1; }
  export function pure6(): number { const seen = { count: 0, list: [] as Row[] }; const visit = (row: Row): void => { seen.count++; seen.list.push(row); }; rows.forEach(visit); return seen.list.length; }
  export function impure7(): number { const seen = { list: rows }; const visit = (row: Row): void => { seen.list.push(row); }; rows.forEach(visit); return 1; }
  export function impure8(): number { const copy = new Board(); copy.cells = board.cells; copy.mark(copy.at(0)!); return 1; }
  class Crate { list: Row[] = []; add(row: Row): void { this.list.push(row); } }
  let kept: Crate | undefined;
  export function keep(): void { kept = new Crate(); }
  export function impure9(): number { const box = kept ?? new Crate(); box.add({ n: 1 }); return 1; }
  const crates = [new Crate()];
  export function impure10(): number { for (const crate of crates) crate.add({ n: 1 }); return 1; }
  const pick = (): Row[] => rows;
  export function impure11(): number { const list = [1, 2].map(() => pick())[0]!; list.push({ n: 1 }); return 1; }
`;

test.each(Object.entries({ changes: source, filling, alike }))(
  "functions that change nothing are found: %s",
  { timeout: 120_000 },
  (_, text) => {
    const { module, diagnostics } = compileTypeScript({ file: "main.ts", source: text, readFile: () => undefined });
    expect(diagnostics).toEqual([]);
    const names = (module?.exports ?? []).map(({ name }) => name).filter((name) => /^(?:im)?pure/.test(name));
    expect(names).toHaveLength(text.match(/^ *export .*?\b(?:im)?pure/gm)?.length ?? 0);
    expect([...(module?.purity.pure ?? [])].sort()).toEqual(names.filter((name) => name.startsWith("pure")).sort());
  },
);

test("also of what was read from JSON, and is shown, handed back and changed by fields", () => {
  const text = `
    interface Item { id: string; body: string; done: boolean }
    export let items: Item[] = [];
    async function get(): Promise<string> { return "[]"; }
    export async function load(): Promise<void> { items = JSON.parse(await get()) as Item[]; setTimeout(() => items.pop(), 1000); }
    export function pick(item: Item): void { item.body = item.id; }
    export function pure1(): string[] { return items[0]?.body.split(/\\n+/) ?? []; }
    export function pure2(): Item[] { return items.filter(({ body, id }) => [body, id].some((each) => each.toLowerCase().includes("a"))); }
    export function pure3(): string { return JSON.stringify(items); }`;
  const input = { file: "main.ts", source: text, readFile: () => undefined };
  const { module } = compileTypeScript(input, { watch: true, enters: ["done"] });
  expect([...(module?.purity.pure ?? [])].sort()).toEqual(["pure1", "pure2", "pure3"]);
});
