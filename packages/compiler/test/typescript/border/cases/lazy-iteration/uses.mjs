// What iterates is asked for no more than is wanted, on both sides, and hears when no more is wanted.
function* nat(log) {
  let i = 0;
  try {
    for (;;) yield i++;
  } finally {
    log?.push("closed");
  }
}
export const uses = {
  takeArr: (m) => m.take([1, 2, 3], 2),
  takeSet: (m) => m.take(new Set([1, 2, 3]), 2),
  takeStr: (m) => m.take("abc", 2),
  takeGen: (m) => {
    const l = [];
    let n = 0;
    function* g() {
      try {
        for (; n < 2000;) yield n++;
      } finally {
        l.push("closed");
      }
    }
    return [m.take(g(), 3), l, n];
  },
  takeTwice: (m) => {
    let n = 0;
    function* g() {
      for (; n < 50;) yield n++;
    }
    const it = g();
    return [m.take(it, 2), m.take(it, 2)];
  },
  takeTwiceIter: (m) => {
    const it = [1, 2, 3, 4, 5][Symbol.iterator]();
    return [m.take(it, 2), m.take(it, 2), [...it]];
  },
  first: (m) => {
    let n = 0;
    function* g() {
      for (; n < 100;) yield n++;
    }
    const it = g();
    return [m.first(it), m.first(it), n];
  },
  firstEmpty: (m) => m.first([][Symbol.iterator]()),
  two: (m) => {
    let n = 0;
    function* g() {
      for (; n < 100;) yield n++;
    }
    return [m.two(g()), n];
  },
  genIn: (m) => {
    const l = [];
    function* g() {
      try {
        const x = yield 1;
        l.push(x);
        yield x + 1;
        l.push("never");
      } finally {
        l.push("closed");
      }
      return "z";
    }
    return [m.genIn(g()), l];
  },
  throwing: (m) => {
    function* g() {
      yield "1";
      throw new RangeError("gen");
    }
    return m.spread(g());
  },
  spreadMapKeys: (m) =>
    m.spread(
      new Map([
        ["a", 1],
        ["b", 2],
      ]).keys(),
    ),
  naturals: (m) => {
    const out = [];
    for (const x of m.naturals()) {
      out.push(x);
      if (x === 3) break;
    }
    return out;
  },
  helper: (m) => [
    ...m
      .naturals()
      .filter((x) => x % 2)
      .map((x) => x * 10)
      .take(3),
  ],
  isIterator: (m) => [
    m.naturals() instanceof Iterator,
    Object.prototype.toString.call(m.naturals()),
    m.naturals()[Symbol.iterator] !== undefined,
  ],
  itself: (m) => {
    const g = m.naturals();
    return g[Symbol.iterator]() === g;
  },
  doubled: (m) => {
    let n = 0;
    function* g() {
      for (; n < 100;) yield n++;
    }
    const it = m.doubled(g());
    return [n, it.next(), it.next(), n, it.return(7), n];
  },
  noisy: (m) => {
    const g = m.noisy();
    const r = [g.next("zero"), g.next("a"), g.next("b"), g.next("c")];
    return [r, m.getLog()];
  },
  noisyThrow: (m) => {
    const g = m.noisy();
    const r = [g.next(), g.throw("boom"), g.next(), g.next()];
    return [r, m.getLog()];
  },
  noisyThrowErr: (m) => {
    const g = m.noisy();
    const r = [g.next(), g.throw(new TypeError("boom")), g.next(), g.next()];
    return [r, m.getLog()];
  },
  noisyReturn: (m) => {
    const g = m.noisy();
    const r = [g.next(), g.return("early"), g.next()];
    return [r, m.getLog()];
  },
  noisyThrowFresh: (m) => {
    const g = m.noisy();
    try {
      g.throw(new RangeError("x"));
    } catch (e) {
      return [e.message, g.next(), m.getLog()];
    }
  },
  ticks: async (m) => {
    const g = m.ticks(3);
    const out = [];
    for await (const x of g) out.push(x);
    return [out, m.getLog()];
  },
  ticksSend: async (m) => {
    const g = m.ticks(3);
    const r = [await g.next("z"), await g.next("a"), await g.next("b"), await g.next("c"), await g.next("d")];
    return [r, m.getLog()];
  },
  ticksReturn: async (m) => {
    const g = m.ticks(3);
    const r = [await g.next(), await g.return("early"), await g.next()];
    return [r, m.getLog()];
  },
  ticksThrow: async (m) => {
    const g = m.ticks(3);
    const r = [await g.next(), await g.throw(new Error("bad")), await g.next()];
    return [r, m.getLog()];
  },
  ticksBreak: async (m) => {
    for await (const x of m.ticks(5)) {
      if (x === 1) break;
    }
    return m.getLog();
  },
  ticksTag: (m) => Object.prototype.toString.call(m.ticks(1)),
  ticksSelf: (m) => {
    const g = m.ticks(1);
    return g[Symbol.asyncIterator]() === g;
  },
  sumAsync: async (m) => {
    let c = [];
    async function* g() {
      try {
        for (let i = 1; i < 100; i++) yield i;
      } finally {
        c.push("closed");
      }
    }
    return [await m.sumAsync(g()), c];
  },
  sumAsyncObj: async (m) => {
    let i = 0;
    return m.sumAsync({
      [Symbol.asyncIterator]() {
        return { next: async () => ({ value: i++, done: i > 5 }) };
      },
    });
  },
  sumAsyncErr: async (m) => {
    async function* g() {
      yield 1;
      throw new RangeError("as");
    }
    return m.sumAsync(g());
  },
  sumAsyncOwn: async (m) => m.sumAsync(m.ticks(4)),
  coll: (m) => {
    const c = new m.Coll();
    return [[...c], [...c.pairs()], Array.from(c, (x) => x + 1)];
  },
  zip: (m) => {
    let n = 0;
    function* g() {
      for (; n < 1000;) yield n++;
    }
    return [m.zip(["a", "b"], g()), n];
  },
  zipOwn: (m) => {
    const r = m.zip(m.naturals(), ["x", "y"]);
    return r;
  },
  same: (m) => {
    const a = [1],
      b = new Set([1]),
      g = nat();
    return [m.same(a) === a, m.same(b) === b, m.same(g) === g];
  },
  range: (m) => {
    const r = m.range(3);
    return [[...r], [...r]];
  },
  manual: (m) => {
    const r = m.manual(2);
    return [r.next(), r.next(), r.next()];
  },
  keysOf: (m) => {
    const k = m.keysOf(
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
    );
    return [k.next(), [...k]];
  },
  delegating: (m) => {
    const l = [];
    const g = m.delegating(nat(l));
    return [g.next(), g.next(), g.return(5), l];
  },
  unknownIter: (m) => [m.unknownIter([1, 2]), m.unknownIter(new Set([1])), m.unknownIter(5)],
  chars: (m) => m.chars("a😀b"),
  arrayFrom: (m) => m.arrayFrom(new Set([1, 2])),
  setFrom: (m) => m.setFrom([1, 1, 2][Symbol.iterator]()),
  notIterable: (m) => {
    try {
      m.take(5, 1);
    } catch (e) {
      return e.constructor.name;
    }
  },
};
