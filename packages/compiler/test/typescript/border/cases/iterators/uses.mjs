/** What is done with the module. */
export const uses = {
  count: (m) => [...m.count(3)],
  spread: (m) => Array.from(m.chars("ab")),
  range: (m) => [...new m.Range(2, 5)],
  loop: (m) => {
    const r = [];
    for (const x of m.count(10)) {
      if (x > 2) break;
      r.push(x);
    }
    return r;
  },
  list: (m) => {
    const l = new m.List();
    l.add(1).add("x");
    return [[...l], l.add(2) === l];
  },
  sum: (m) => [m.sum([1, 2]), m.sum(new Set([1, 2, 3])), m.sum(m.count(4))],
  entries: (m) => [...m.entries(new Map([["a", 1]]))],
  dialog: (m) => {
    const g = m.dialog();
    return [g.next(), g.next("bob"), g.next("!"), g.next()];
  },
  ret: (m) => {
    const g = m.count(5);
    g.next();
    return [g.return(7), g.next()];
  },
  objs: (m) => [...m.objs()],
  take: (m) => m.take([1, "a", null], 2),
  thr: (m) => {
    const g = m.count(3);
    g.next();
    try {
      g.throw(new Error("t"));
    } catch (e) {
      return e.message;
    }
  },
  ticks: async (m) => {
    const r = [];
    for await (const x of m.ticks(3)) r.push(x);
    return r;
  },
  proto: (m) => [typeof m.count(1)[Symbol.iterator], m.count(1)[Symbol.toStringTag]],
};
