import { expect, test } from "vitest";
import { findImpure } from "./find-impure.ts";

/** What people write to show something, and a few functions that change what it shows. */
const source = String.raw`
  interface Product { id: number; name: string; price: number; cat: string; tags: string[]; date: string; stock: { [store: string]: number } }
  export let products: Product[] = [];
  export let query = "";
  export let sortBy: "name" | "price" = "name";
  export let selected = new Set<number>();
  export const cart = new Map<number, { product: Product; count: number }>();
  export function add(p: Product): void { products = [...products, p]; cart.set(p.id, { product: p, count: 1 }); selected.add(p.id); p.tags.push("new"); p.stock["a"] = 1; }
  // Groups.
  export function pure1(): Record<string, Product[]> { return products.reduce((g, p) => ({ ...g, [p.cat]: [...(g[p.cat] ?? []), p] }), {} as Record<string, Product[]>); }
  export function pure2(): [string, Product[]][] { const g = new Map<string, Product[]>(); products.forEach((p) => { if (!g.has(p.cat)) g.set(p.cat, []); g.get(p.cat)!.push(p); }); return Array.from(g.entries()).sort(([a], [b]) => a.localeCompare(b)); }
  function groupBy<T, K extends string>(list: T[], key: (t: T) => K): Record<K, T[]> { const out = {} as Record<K, T[]>; for (const t of list) { const k = key(t); if (!out[k]) out[k] = []; out[k].push(t); } return out; }
  export function pure3(): Record<string, Product[]> { return groupBy(products, (p) => p.cat); }
  // Sorted and filtered.
  const compare = { name: (a: Product, b: Product) => a.name.localeCompare(b.name), price: (a: Product, b: Product) => a.price - b.price };
  export function pure4(): Product[] { return products.filter((p) => p.name.toLowerCase().includes(query.toLowerCase())).sort(compare[sortBy]); }
  // Dates.
  const fmt = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC" });
  export function pure5(iso: string): string { const d = new Date(iso); d.setUTCDate(d.getUTCDate() + 1); return fmt.format(d); }
  export function pure6(year: number, month: number): (number | null)[][] { const first = new Date(Date.UTC(year, month, 1)).getUTCDay(); const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate(); const cells: (number | null)[] = [...Array(first).fill(null), ...Array.from({ length: days }, (_, i) => i + 1)]; while (cells.length % 7) cells.push(null); const weeks: (number | null)[][] = []; while (cells.length) weeks.push(cells.splice(0, 7)); return weeks; }
  // Totals.
  class Totals { count = 0; sum = 0; byCat: Record<string, number> = {}; add(p: Product, n: number): this { this.count += n; this.sum += p.price * n; this.byCat[p.cat] = (this.byCat[p.cat] ?? 0) + n; return this; } get average(): number { return this.count ? this.sum / this.count : 0; } }
  export function pure7(): Totals { const t = new Totals(); for (const { product, count } of cart.values()) t.add(product, count); return t; }
  // Generators.
  function* range(from: number, to: number): Generator<number> { for (let i = from; i < to; i++) yield i; }
  function* chunks<T>(list: T[], n: number): Generator<T[]> { for (let i = 0; i < list.length; i += n) yield list.slice(i, i + n); }
  export function pure9(): number[] { return [...range(0, 10)].map((n) => n * n); }
  export function pure10(): Product[][] { return [...chunks(products, 3)]; }
  // Templates.
  export function pure12(text: string, values: Record<string, string>): string { return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ""); }
  interface Token { kind: "text" | "var"; value: string }
  export function pure13(text: string): Token[] { const out: Token[] = []; let last = 0; const re = /\{(\w+)\}/g; let m: RegExpExecArray | null; while ((m = re.exec(text)) !== null) { if (m.index > last) out.push({ kind: "text", value: text.slice(last, m.index) }); out.push({ kind: "var", value: m[1]! }); last = re.lastIndex; } if (last < text.length) out.push({ kind: "text", value: text.slice(last) }); return out; }
  // A tree from a text.
  interface El { tag: string; children: (El | string)[] }
  export function pure14(src: string): El { const root: El = { tag: "root", children: [] }; const stack: El[] = [root]; for (const part of src.split(/(<\/?\w+>)/)) { const open = /^<(\w+)>$/.exec(part); if (open) { const el: El = { tag: open[1]!, children: [] }; stack[stack.length - 1]!.children.push(el); stack.push(el); } else if (part.startsWith("</")) stack.pop(); else if (part) stack.at(-1)!.children.push(part); } return root; }
  // Pages and sets.
  export function pure15(page: number, size = 10): { items: Product[]; pages: number[] } { const pages = Array.from({ length: Math.ceil(products.length / size) }, (_, i) => i + 1); return { items: products.slice((page - 1) * size, page * size), pages }; }
  export function pure16(): string[] { const seen = new Set<string>(); return products.flatMap((p) => p.tags).filter((t) => !seen.has(t) && (seen.add(t), true)); }
  export function pure17(): Set<string> { const all = new Set(products[0]?.tags); for (const p of products) for (const t of all) if (!p.tags.includes(t)) all.delete(t); return all; }
  // A pivot table.
  export function pure18(): { store: string; cells: number[] }[] { const stores = new Map<string, number[]>(); products.forEach((p, i) => { for (const [store, n] of Object.entries(p.stock)) { let row = stores.get(store); if (!row) { row = new Array<number>(products.length).fill(0); stores.set(store, row); } row[i] = n; } }); return [...stores].map(([store, cells]) => ({ store, cells })); }
  // Folders.
  interface Folder { name: string; folders: Folder[]; files: string[] }
  export let root: Folder = { name: "", folders: [], files: [] };
  export function newFolder(name: string): void { root.folders.push({ name, folders: [], files: ["a"] }); root.files.push("b"); }
  function walk(f: Folder, path: string[] = [], out: string[] = []): string[] { const here = [...path, f.name]; out.push(...f.files.map((x) => [...here, x].join("/"))); f.folders.forEach((c) => walk(c, here, out)); return out; }
  export function pure19(): string[] { return walk(root); }
  function count(f: Folder): number { return f.files.length + f.folders.reduce((n, c) => n + count(c), 0); }
  export function pure20(): number { return count(root); }
  interface Row { folder: Folder; depth: number }
  export function pure21(): Row[] { const rows: Row[] = []; (function visit(folder: Folder, depth: number) { rows.push({ folder, depth }); for (const c of folder.folders) visit(c, depth + 1); })(root, 0); return rows; }
  // A builder.
  class Query { private parts: string[] = []; where(s: string): this { this.parts.push(s); return this; } toString(): string { return this.parts.join("&"); } }
  export function pure22(): string { return new Query().where("a=1").where("b=" + query).toString(); }
  // Changed copies.
  export function pure23(id: number): Product[] { return products.map((p) => (p.id === id ? { ...p, price: p.price * 2, tags: [...p.tags, "x"] } : p)); }
  export function pure24(id: number): Product | undefined { const p = structuredClone(products.find((x) => x.id === id)); if (p) { p.price = 0; p.tags.length = 0; delete p.stock["a"]; } return p; }
  // Shortest ways.
  class Heap<T> { #items: { p: number; v: T }[] = []; push(p: number, v: T): void { this.#items.push({ p, v }); this.#items.sort((a, b) => a.p - b.p); } pop(): T | undefined { return this.#items.shift()?.v; } get size(): number { return this.#items.length; } }
  export const edges: Record<string, Record<string, number>> = { a: { b: 1 } };
  export function link(a: string, b: string, n: number): void { (edges[a] ??= {})[b] = n; }
  export function pure25(from: string): Record<string, number> { const dist: Record<string, number> = { [from]: 0 }; const heap = new Heap<string>(); heap.push(0, from); while (heap.size) { const at = heap.pop()!; for (const [to, w] of Object.entries(edges[at] ?? {})) { const d = dist[at]! + w; if (d < (dist[to] ?? Infinity)) { dist[to] = d; heap.push(d, to); } } } return dist; }
  // Functions one after the other.
  const pipe = <T>(...fs: ((t: T) => T)[]) => (t: T): T => fs.reduce((v, f) => f(v), t);
  const clean = pipe<string>((s) => s.trim(), (s) => s.toLowerCase());
  export function pure26(): string[] { return products.map((p) => clean(p.name)); }
  // Functions inside.
  export function pure27(): { p: Product; n: number }[] { let n = 0; const next = (): number => ++n; return products.map((p) => ({ p, n: next() })); }
  export function pure28(): string { const lines: string[] = []; const log = (s: string): void => { lines.push(s); }; products.forEach((p, i) => log(i + ": " + p.name)); return lines.join("\n"); }
  function countBy(list: Product[], test: (p: Product) => boolean): number { return list.filter((p) => test(p)).length; }
  export function touch(): number { return countBy(products, (p) => { p.price++; return true; }); }
  export function pure30(): string[] { const words = query.split(" "); const last = words.pop(); words.unshift(last ?? ""); return words; }
  export function pure31(): Product[] { const copy = [...products]; for (let i = copy.length - 1; i > 0; i--) { const j = (i * 7) % (i + 1); [copy[i], copy[j]] = [copy[j]!, copy[i]!]; } return copy; }
  export function pure32(): { [k: string]: { total: number; items: Product[] } } { const out: { [k: string]: { total: number; items: Product[] } } = {}; for (const p of products) { const g = out[p.cat] ?? (out[p.cat] = { total: 0, items: [] }); g.total += p.price; g.items.push(p); } for (const g of Object.values(out)) g.items.sort((a, b) => a.price - b.price); return out; }
  export function pure33(): Product[] { const best = products.reduce<Product | undefined>((a, b) => (!a || b.price > a.price ? b : a), undefined); return best ? [best] : []; }
  export function pure34(): string { const p = new Map(Object.entries({ a: "1" })); p.set("b", "2"); return JSON.stringify(Object.fromEntries(p)); }
  export function pure35(n: number): number { const memo: Record<number, number> = {}; const fib = (k: number): number => (k < 2 ? k : (memo[k] ??= fib(k - 1) + fib(k - 2))); return fib(n); }
`;

test("what people write to show something changes nothing", { timeout: 60_000 }, () => {
  expect(findImpure(source)).toEqual(["add", "link", "newFolder", "touch"]);
});
