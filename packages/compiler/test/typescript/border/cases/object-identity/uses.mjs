/** What is done with the module. */
export const uses = {
  add: (m) => {
    const g = { nodes: [] };
    const n = m.addNode(g, "a");
    const k = m.addNode(g, "b");
    m.link(n, k);
    return [g, g.nodes[0] === n, m.count(g), m.first(g) === n, n.edges[0] === k];
  },
  jsMut: (m) => {
    const g = { nodes: [] };
    m.addNode(g, "a");
    g.nodes.push({ id: "js", edges: [] });
    g.nodes[0].edges.push(g.nodes[1]);
    const c = m.count(g);
    return [c, g];
  },
  cyc: (m) => {
    const a = m.cyc();
    return [a.edges[0] === a, a];
  },
  same: (m) => {
    const o = { id: "x", edges: [] };
    return [m.same(o, o), m.same(o, { id: "x", edges: [] })];
  },
  state: (m) => {
    const x = m.state();
    x.tick();
    x.tick();
    return x.s;
  },
  meta: (m) => {
    const n = { id: "q", edges: [] };
    m.setMeta(n, 4);
    const a = JSON.stringify(n);
    m.dropMeta(n);
    return [a, n, "meta" in n];
  },
  update: (m) => {
    const l = [
      { id: 1, t: "a" },
      { id: 2, t: "b" },
    ];
    const r = m.update(l, 2, { t: "z" });
    return [r, r[0] === l[0], l];
  },
  pluck: (m) => m.pluck([{ a: 1 }, { a: 2 }], "a"),
  group: (m) => {
    const a = { k: "x" },
      b = { k: "y" };
    const r = m.groupBy([a, b, { k: "x" }], (o) => o.k);
    return [r, r.x[0] === a];
  },
};
