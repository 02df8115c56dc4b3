/** What is done with the module. */
export const uses = {
  nothing: (m) => [m.first(), m.sum(), m.shout(), m.select(), m.describe(), m.keys()],
  null: (m) => [m.first(null), m.sum(null), m.shout(null), m.select(null, null), m.describe(null), m.keys(null)],
  given: (m) => [m.first(["a"]), m.sum([1, 2]), m.shout("a"), m.describe({ name: "b" }), m.keys({ c: 1 })],
  callback: (m) => [m.select([1, 2, 3], null), m.select([1, 2, 3], (item) => item > 1)],
  lengths: (m) => [m.first.length, m.select.length],
  methods: (m) => new m.Names().addAll(null).addAll(["a", "b"]).addAll(undefined).count,
  refused: (m) => {
    try {
      return m.measure(null);
    } catch (e) {
      return e instanceof TypeError;
    }
  },
};
