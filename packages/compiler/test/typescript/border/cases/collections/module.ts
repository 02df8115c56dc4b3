export const chunk = <T>(a: T[], n: number): T[][] => (a.length ? [a.slice(0, n), ...chunk(a.slice(n), n)] : []);
export const zip = <A, B>(a: A[], b: B[]): [A, B][] => a.map((x, i) => [x, b[i]!]);
export const uniq = <T>(a: T[]): T[] => [...new Set(a)];
export const range = (a: number, b: number, s = 1): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((b - a) / s)) }, (_, i) => a + i * s);
export function* permutations<T>(a: T[]): Generator<T[]> {
  if (a.length <= 1) {
    yield [...a];
    return;
  }
  for (let i = 0; i < a.length; i++)
    for (const p of permutations([...a.slice(0, i), ...a.slice(i + 1)])) yield [a[i]!, ...p];
}
export const flatten = <T>(a: (T | T[])[]): T[] => a.flat() as T[];
export const countBy = <T>(a: T[], f: (x: T) => string): Record<string, number> =>
  a.reduce<Record<string, number>>((r, x) => {
    const k = f(x);
    r[k] = (r[k] ?? 0) + 1;
    return r;
  }, {});
export function binarySearch<T>(
  a: readonly T[],
  t: T,
  c: (x: T, y: T) => number = (x, y) => (x < y ? -1 : x > y ? 1 : 0),
): number {
  let l = 0,
    h = a.length - 1;
  while (l <= h) {
    const m = (l + h) >> 1;
    const r = c(a[m]!, t);
    if (r === 0) return m;
    if (r < 0) l = m + 1;
    else h = m - 1;
  }
  return -1;
}
export function mergeDeep(a: Record<string, unknown>, b: Record<string, unknown>): Record<string, unknown> {
  const r = { ...a };
  for (const [k, v] of Object.entries(b)) {
    const o = r[k];
    r[k] = isObj(o) && isObj(v) ? mergeDeep(o, v) : v;
  }
  return r;
}
function isObj(x: unknown): x is Record<string, unknown> {
  return typeof x === "object" && x !== null && !Array.isArray(x);
}
export function get(o: unknown, path: string, d?: unknown): unknown {
  let c: any = o;
  for (const k of path.split(".")) {
    if (c === null || c === undefined) return d;
    c = c[k];
  }
  return c === undefined ? d : c;
}
export function omit<T extends object, K extends keyof T>(o: T, ...ks: K[]): Omit<T, K> {
  const r = { ...o };
  for (const k of ks) delete r[k];
  return r;
}
export function invert(o: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(o).map(([k, v]) => [v, k]));
}
export function shuffleWith<T>(a: T[], rnd: () => number): T[] {
  const r = a.slice();
  for (let i = r.length - 1; i > 0; i--) {
    const j = Math.floor(rnd() * (i + 1));
    [r[i], r[j]] = [r[j]!, r[i]!];
  }
  return r;
}
export const sumBy = <T>(a: T[], f: (x: T) => number): number => a.reduce((s, x) => s + f(x), 0);
export const keyBy = <T, K extends PropertyKey>(a: T[], f: (x: T) => K): Map<K, T> => new Map(a.map((x) => [f(x), x]));
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => isEqual(x, b[i]));
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof Map && b instanceof Map) return a.size === b.size && [...a].every(([k, v]) => isEqual(v, b.get(k)));
  if (isObj(a) && isObj(b)) {
    const k = Object.keys(a);
    return k.length === Object.keys(b).length && k.every((x) => isEqual(a[x], b[x]));
  }
  return false;
}
