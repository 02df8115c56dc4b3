export interface Circle {
  kind: "circle";
  r: number;
}
export interface Rect {
  kind: "rect";
  w: number;
  h: number;
}
export type Shape = Circle | Rect;
export function area(s: Shape): number {
  return s.kind === "circle" ? 3 * s.r * s.r : s.w * s.h;
}
export function make(k: Shape["kind"]): Shape {
  return k === "circle" ? { kind: "circle", r: 2 } : { kind: "rect", w: 2, h: 3 };
}
export type R<T, E> = { ok: true; value: T } | { ok: false; error: E };
export function divide(a: number, b: number): R<number, string> {
  return b === 0 ? { ok: false, error: "div" } : { ok: true, value: a / b };
}
export function unwrap(r: R<number, string>): number {
  if (r.ok) return r.value;
  throw new Error(r.error);
}
export enum Color {
  Red,
  Green = 5,
  Blue,
}
export enum Dir {
  Up = "UP",
  Down = "DOWN",
}
export function name(c: Color): string {
  return Color[c];
}
export function flip(d: Dir): Dir {
  return d === Dir.Up ? Dir.Down : Dir.Up;
}
export function tuple(t: [number, string]): [string, number] {
  return [t[1], t[0]];
}
export function dict(d: Record<string, number>): Record<string, number> {
  const r: Record<string, number> = {};
  for (const k of Object.keys(d)) r[k] = d[k]! * 2;
  return r;
}
export function mapIn(m: Map<string, number>): Map<string, number> {
  const r = new Map<string, number>();
  for (const [k, v] of m) r.set(k, v + 1);
  return r;
}
export function setIn(s: Set<number>): Set<number> {
  return new Set([...s].map((x) => x * 2));
}
export function addTo(m: Map<string, number>): void {
  m.set("z", 26);
}
export function opt(a?: number, b: string = "d", ...rest: number[]): string {
  return a + b + rest.join("-");
}
export function nul(
  a: string | null,
  b: number | undefined,
  c: boolean | null,
): [string | null, number | undefined, boolean | null] {
  return [a, b, c];
}
export function big(a: bigint): bigint {
  return a * 2n;
}
export function date(d: Date): Date {
  return new Date(d.getTime() + 1000);
}
export const config = { name: "x", list: [1, 2], nested: { a: null as string | null } };
export function over(a: string): string;
export function over(a: number): number;
export function over(a: string | number): string | number {
  return typeof a === "string" ? a + "!" : a + 1;
}
export namespace NS {
  export const k = 3;
  export function f(n: number): number {
    return n + k;
  }
}
export default function main(): string {
  return "main";
}
