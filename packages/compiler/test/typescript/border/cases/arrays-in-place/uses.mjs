/** What is done with the module. */
export const uses = {
  bubble: (m) => {
    const a = [3, 1, 2];
    const b = m.bubble(a);
    return [a, b, a === b];
  },
  quick: (m) => [m.quick([3, 1, 2]), m.quick(["b", "a"]), m.quick([{ n: 2 }, { n: 1 }], (x, y) => x.n - y.n)],
  swap: (m) => {
    const a = [1, "x", {}];
    m.swap(a, 0, 2);
    return a;
  },
  clear: (m) => {
    const a = [1, 2];
    m.clear(a);
    return a;
  },
  grow: (m) => {
    const a = ["z"];
    const n = m.grow(a, "q");
    const k = m.grow(a, "r");
    return [a, n, k];
  },
  emptySlots: (m) => {
    const buckets = new m.Buckets(4);
    buckets.add(5);
    const before = buckets.slots[1].join();
    buckets.add(9);
    return [before, buckets.slots[1].join(), buckets.slots[2], buckets.slots.length];
  },
  assignedElement: (m) => {
    const buckets = new m.Buckets(2);
    buckets.slots[1] = [3];
    buckets.add(1);
    return buckets.slots[1];
  },
};
