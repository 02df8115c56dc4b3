export let counter = 0;
export function bump(): number {
  return ++counter;
}
export const PI2 = Math.PI * 2;
export const NAMES: readonly string[] = ["a", "b"];
export const table = new Map<string, number>([["x", 1]]);
export function unk(x: unknown): string {
  return typeof x === "object" ? (x === null ? "null" : Array.isArray(x) ? "array" + x.length : "object") : typeof x;
}
export function deep(a: any, b: any): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const ka = Object.keys(a),
    kb = Object.keys(b);
  if (ka.length !== kb.length) return false;
  return ka.every((k) => deep(a[k], b[k]));
}
export function clone<T>(x: T): T {
  if (Array.isArray(x)) return x.map((y) => clone(y)) as unknown as T;
  if (x !== null && typeof x === "object") {
    const r: any = {};
    for (const k in x) r[k] = clone((x as any)[k]);
    return r;
  }
  return x;
}
export function flat(a: any[]): any[] {
  return a.reduce((r, x) => (Array.isArray(x) ? r.concat(flat(x)) : r.concat([x])), []);
}
export function sym(s: symbol): symbol {
  return s;
}
export function re(r: RegExp, s: string): boolean {
  return r.test(s);
}
export function mkRe(): RegExp {
  return /a(b)/gi;
}
export function sortBy<T>(a: T[], k: keyof T): T[] {
  return [...a].sort((x, y) => (x[k] < y[k] ? -1 : x[k] > y[k] ? 1 : 0));
}
export function pick<T extends object, K extends keyof T>(o: T, ...ks: K[]): Pick<T, K> {
  const r = {} as Pick<T, K>;
  for (const k of ks) r[k] = o[k];
  return r;
}
export function merge<A extends object, B extends object>(a: A, b: B): A & B {
  return { ...a, ...b };
}
export function maxBy<T>(a: T[], f: (x: T) => number): T | undefined {
  let b: T | undefined;
  let m = -Infinity;
  for (const x of a) {
    const v = f(x);
    if (v > m) {
      m = v;
      b = x;
    }
  }
  return b;
}
export function partition<T>(a: readonly T[], p: (x: T) => boolean): [T[], T[]] {
  const y: T[] = [],
    n: T[] = [];
  for (const x of a) (p(x) ? y : n).push(x);
  return [y, n];
}
export function nested(m: Map<string, Set<number>>): Record<string, number[]> {
  const r: Record<string, number[]> = {};
  for (const [k, v] of m) r[k] = [...v];
  return r;
}
export function matrix(n: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => i * n + j));
}
export type Tree = { v: number; kids: Tree[] };
export function depth(t: Tree): number {
  return 1 + Math.max(0, ...t.kids.map(depth));
}
export function build(d: number): Tree {
  return { v: d, kids: d > 0 ? [build(d - 1), build(d - 1)] : [] };
}
export interface LNode {
  val: number;
  next: LNode | null;
}
export function rev(h: LNode | null): LNode | null {
  let p: LNode | null = null;
  while (h) {
    const n: LNode | null = h.next;
    h.next = p;
    p = h;
    h = n;
  }
  return p;
}
export type Json = string | number | boolean | null | Json[] | { [k: string]: Json };
export function size(j: Json): number {
  if (Array.isArray(j)) return j.reduce<number>((a, x) => a + size(x), 1);
  if (j !== null && typeof j === "object") return Object.values(j).reduce<number>((a, x) => a + size(x), 1);
  return 1;
}
export function curry(f: (a: number, b: number) => number): (a: number) => (b: number) => number {
  return (a) => (b) => f(a, b);
}
export function undef(): void {}
export function nothing(): undefined {
  return undefined;
}
export function neverNull(): null {
  return null;
}
export const isEven = (n: number): boolean => n % 2 === 0;
export function opts({ a = 1, b = "x", ...rest }: { a?: number; b?: string; c?: boolean } = {}): string {
  return a + b + JSON.stringify(rest);
}
export function strOrNum(x: string | number | string[] | null): string {
  return Array.isArray(x) ? x.join() : String(x);
}
