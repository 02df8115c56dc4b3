/** What is done with the module. */
export const uses = {
  min: (m) => {
    const h = new m.MinHeap();
    [5, 3, 8, 1].forEach((x) => h.insert(x));
    const r = [];
    while (!h.isEmpty()) r.push(h.extract());
    return [r, h instanceof m.Heap, h.size()];
  },
  max: (m) => {
    const h = new m.MaxHeap();
    ["b", "a", "c"].forEach((x) => h.insert(x));
    return h.extract();
  },
  cmp: (m) => {
    const h = new m.MinHeap((a, b) => a.p < b.p);
    h.insert({ p: 3 });
    h.insert({ p: 1 });
    return h.extract();
  },
  abs: (m) => {
    try {
      new m.Heap();
      return "made";
    } catch (e) {
      return "made";
    }
  },
  pq: (m) => {
    const q = new m.PriorityQueue((a) => a, 3);
    q.insert(2);
    return [q.has(1), q.size(), q instanceof m.MinHeap];
  },
};
