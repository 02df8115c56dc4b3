/** What is done with the module. */
export const uses = {
  counter: (m) => {
    const c = m.counter(5);
    c.inc();
    c.inc();
    const v = c.value();
    c.reset();
    return [v, c.value()];
  },
  adder: (m) => m.adder(2)(3),
  compose: (m) =>
    m.compose(
      (x) => x + 1,
      (x) => [x],
    )(1),
  memo: (m) => {
    let n = 0;
    const f = m.memo((x) => {
      n++;
      return { x };
    });
    const a = f(1),
      b = f(1);
    return [a === b, n, a];
  },
  each: (m) => {
    const r = [];
    const arr = [1, 2];
    m.each(arr, (x, i, all) => r.push([x, i, all === arr]));
    return r;
  },
  handlers: (m) => [m.handlers.dbl(4), m.handlers.neg(4), Object.keys(m.handlers)],
  deb: (m) => m.debounceLike((...a) => a)(1, "x", [2]),
  obj: (m) => {
    const o = m.obj();
    o.inc();
    o.inc();
    return [o.n, o.twice, o.inc()];
  },
  emitter: (m) => {
    const e = new m.Emitter();
    const r = [];
    const f = (s) => r.push(s);
    const off = e.on(f);
    e.on((s) => r.push("2" + s));
    e.emit("a");
    off();
    e.emit("b");
    e.on(f);
    e.off(f);
    e.emit("c");
    return r;
  },
  apply: (m) => [
    m.apply(m.adder(1), 5),
    m.same(m.obj, m.obj),
    (() => {
      const f = () => {};
      return [m.same(f, f), m.same(f, () => {}), m.id(f) === f];
    })(),
  ],
  closuresOfModuleLevel: (m) => [m.next(), m.next(), m.scale([1, 2])],
  arrowsInFields: (m) => {
    const registry = new m.Registry();
    const value = { x: 1 };
    registry.add("a", value);
    registry.add("b", 5);
    const { get } = registry;
    const before = [get("a") === value, registry.get("b"), registry.measure("b", (item) => item.value)];
    registry.get = (name) => `other ${name}`;
    registry.remove("b");
    return [...before, registry.get("b"), get("b"), get("a") === value];
  },
  arity: (m) => [m.arity(function named(a, b) {}), m.arity((a, b = 1, c) => {}), m.arity((...all) => {})],
  curry: (m) => [m.curry((a, b, c) => a + b + c)(1)(2)(3), m.curry((a, b) => a + b)(1, 2)],
  ownProperties: (m) => [m.counted(), m.counted()],
  overloads: (m) => [m.zip([1, 2]), m.zip([1, 2], ["a", "b"])],
  spreadTuples: (m) =>
    m.columns([
      ["a", true, 1],
      ["b", false, 2],
    ]),
  unionsOfArrays: (m) => [m.depth([[1, 2]]), m.depth([1]), m.depth(["a"]), m.depth([])],
};
