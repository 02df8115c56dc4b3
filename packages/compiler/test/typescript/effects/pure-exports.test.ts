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

test("functions that change nothing are found", { timeout: 120_000 }, () => {
  const { module, diagnostics } = compileTypeScript({ file: "main.ts", source, readFile: () => undefined });
  expect(diagnostics).toEqual([]);
  const names = (module?.exports ?? []).map(({ name }) => name).filter((name) => /^(?:im)?pure/.test(name));
  expect(names).toHaveLength(47);
  expect([...(module?.pure ?? [])].sort()).toEqual(names.filter((name) => name.startsWith("pure")).sort());
});
