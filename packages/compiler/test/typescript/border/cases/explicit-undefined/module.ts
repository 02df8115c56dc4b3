// Properties that are set to `undefined`, which objects have.
export interface O {
  x?: number;
  s?: string;
  l?: string[];
}
export function defaults(o: O): O {
  return { x: 1, s: "d", ...o };
}
export function keys(o: O): string {
  return Object.keys(o).join();
}
export function has(o: O): string {
  return `${"x" in o} ${o.x === undefined} ${Object.hasOwn(o, "s")} ${"l" in o}`;
}
export function assign(o: O): string {
  return JSON.stringify(Object.assign({ x: 1, s: "q" }, o));
}
export function entries(o: O): string {
  return Object.entries(o)
    .map(([k, v]) => k + String(v))
    .join();
}
export function forIn(o: O): string {
  const r: string[] = [];
  for (const k in o) r.push(k);
  return r.join();
}
