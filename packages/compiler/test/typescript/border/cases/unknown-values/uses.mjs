/** What is done with the module. */
export const uses = {
  counter: (m) => {
    m.bump();
    m.bump();
    return m.counter;
  },
  consts: (m) => [m.PI2, m.NAMES, m.table],
  unk: (m) =>
    [1, "a", null, undefined, {}, [1], () => {}, 1n, Symbol.iterator, new Date(), new Map()].map((x) => m.unk(x)),
  deep: (m) => [m.deep({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), m.deep({ a: 1 }, { a: 2 }), m.deep([1], [1])],
  clone: (m) => {
    const o = { a: [1, { b: "x" }], c: null };
    const k = m.clone(o);
    return [k, k === o, k.a === o.a];
  },
  flat: (m) => m.flat([1, [2, [3, "x"]]]),
  sym: (m) => {
    const s = Symbol("q");
    return m.sym(s) === s;
  },
  re: (m) => [m.re(/a+/, "baa"), m.re(/z/, "a"), m.mkRe()],
  sortBy: (m) =>
    m.sortBy(
      [
        { n: 2, s: "b" },
        { n: 1, s: "z" },
      ],
      "n",
    ),
  pick: (m) => m.pick({ a: 1, b: "x", c: [1] }, "a", "c"),
  merge: (m) => m.merge({ a: 1 }, { b: { c: 2 } }),
  maxBy: (m) => {
    const l = [{ n: 1 }, { n: 5 }, { n: 3 }];
    const x = m.maxBy(l, (o) => o.n);
    return [x === l[1], m.maxBy([], (x) => x)];
  },
  part: (m) => m.partition([1, 2, 3, 4], (x) => x % 2 === 0),
  nested: (m) => m.nested(new Map([["a", new Set([1, 2])]])),
  matrix: (m) => m.matrix(3),
  tree: (m) => [m.depth(m.build(3)), m.build(1), m.depth({ v: 1, kids: [{ v: 2, kids: [] }] })],
  rev: (m) => {
    const h = { val: 1, next: { val: 2, next: { val: 3, next: null } } };
    const r = m.rev(h);
    return [r, h, r.next.next === h];
  },
  json: (m) => m.size({ a: [1, 2, { b: null }], c: "x" }),
  curry: (m) => m.curry((a, b) => a - b)(5)(3),
  undef: (m) => [m.undef(), m.nothing(), m.neverNull(), m.isEven(4)],
  opts: (m) => [m.opts(), m.opts({ a: 2, c: true }), m.opts({ b: "z" })],
  son: (m) => [m.strOrNum("a"), m.strOrNum(1), m.strOrNum(["x", "y"]), m.strOrNum(null)],
  names: (m) => [m.opts.name, m.sortBy.length, m.bump.length],
};
