/** What is done with the module. */
export const uses = {
  a: (m) => [
    m.chunk([1, 2, 3, 4, 5], 2),
    m.zip([1, 2], ["a", "b"]),
    m.uniq([1, 1, "a", "a", null, null]),
    m.range(0, 5, 2),
    [...m.permutations([1, 2, 3])].length,
    m.flatten([1, [2, 3]]),
    m.countBy(["a", "bb", "c"], (x) => "l" + x.length),
  ],
  s: (m) => [
    m.binarySearch([1, 3, 5], 3),
    m.binarySearch(["a", "b"], "z"),
    m.binarySearch([{ n: 1 }, { n: 2 }], { n: 2 }, (x, y) => x.n - y.n),
  ],
  md: (m) => m.mergeDeep({ a: { b: 1 }, c: [1] }, { a: { d: 2 }, c: [2], e: null }),
  get: (m) => [m.get({ a: { b: [1, 2] } }, "a.b.1"), m.get({}, "x.y", "d"), m.get(null, "a")],
  omit: (m) => m.omit({ a: 1, b: 2, c: { d: 3 } }, "a"),
  inv: (m) => m.invert({ a: "1", b: "2" }),
  shuf: (m) => {
    let i = 0;
    return m.shuffleWith([1, 2, 3, 4], () => [0.1, 0.5, 0.9][i++ % 3]);
  },
  sum: (m) => [m.sumBy([{ v: 1 }, { v: 2.5 }], (x) => x.v), m.keyBy([{ id: "a" }, { id: "b" }], (x) => x.id)],
  eq: (m) => [
    m.isEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }),
    m.isEqual([1], [2]),
    m.isEqual(new Date(1), new Date(1)),
    m.isEqual(new Map([[1, { a: 1 }]]), new Map([[1, { a: 1 }]])),
    m.isEqual(NaN, NaN),
    m.isEqual({ a: undefined }, { b: undefined }),
  ],
};
