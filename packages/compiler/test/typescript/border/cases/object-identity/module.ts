export interface GNode {
  id: string;
  edges: GNode[];
  meta?: { w: number };
}
export interface Graph {
  nodes: GNode[];
}
export function addNode(g: Graph, id: string): GNode {
  const n: GNode = { id, edges: [] };
  g.nodes.push(n);
  return n;
}
export function link(a: GNode, b: GNode): void {
  a.edges.push(b);
}
export function count(g: Graph): number {
  let c = 0;
  for (const n of g.nodes) c += n.edges.length;
  return c;
}
export function cyc(): GNode {
  const a: GNode = { id: "a", edges: [] };
  a.edges.push(a);
  return a;
}
export function same(a: GNode, b: GNode): boolean {
  return a === b;
}
export function state() {
  const s = { n: 0, log: [] as string[] };
  return {
    s,
    tick() {
      s.n++;
      s.log.push("t" + s.n);
    },
  };
}
export function first(g: Graph): GNode | undefined {
  return g.nodes[0];
}
export function setMeta(n: GNode, w: number): void {
  n.meta = { w };
}
export function dropMeta(n: GNode): void {
  delete n.meta;
}
export function update<T extends { id: number }>(list: T[], id: number, patch: Partial<T>): T[] {
  return list.map((x) => (x.id === id ? { ...x, ...patch } : x));
}
export function pluck<T, K extends keyof T>(list: T[], key: K): T[K][] {
  return list.map((x) => x[key]);
}
export function groupBy<T>(list: T[], f: (x: T) => string): Record<string, T[]> {
  const r: Record<string, T[]> = {};
  for (const x of list) (r[f(x)] ??= []).push(x);
  return r;
}
