export const dijkstra = (graph: [number, number][][], start: number): number[] => {
  const d: number[] = Array(graph.length).fill(Infinity);
  d[start] = 0;
  const q: [number, number][] = [[start, 0]];
  while (q.length) {
    q.sort((a, b) => a[1] - b[1]);
    const [n, w] = q.shift()!;
    if (w > d[n]!) continue;
    for (const [c, cw] of graph[n]!) {
      const nw = d[n]! + cw;
      if (nw < d[c]!) {
        d[c] = nw;
        q.push([c, nw]);
      }
    }
  }
  return d;
};
export function bfs(graph: Map<string, Set<string>>, s: string): string[] {
  const seen = new Set([s]);
  const q = [s];
  for (let i = 0; i < q.length; i++)
    for (const n of graph.get(q[i]!) ?? [])
      if (!seen.has(n)) {
        seen.add(n);
        q.push(n);
      }
  return q;
}
export function topo(g: Record<string, string[]>): string[] {
  const r: string[] = [];
  const st = new Map<string, number>();
  const v = (n: string): void => {
    if (st.get(n) === 1) throw new Error("cycle at " + n);
    if (st.get(n) === 2) return;
    st.set(n, 1);
    for (const d of g[n] ?? []) v(d);
    st.set(n, 2);
    r.push(n);
  };
  Object.keys(g).forEach(v);
  return r;
}
