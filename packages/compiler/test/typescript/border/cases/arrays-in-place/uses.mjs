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
};
