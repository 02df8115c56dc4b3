/** What is done with the module. */
export const uses = {
  o: (m) => {
    const s = m.Option.of(5);
    return [
      s.map((x) => x + 1).getOrElse(0),
      m.Option.of(null)
        .map((x) => x)
        .getOrElse("d"),
      s.isSome(),
      m.none.isSome(),
      s instanceof m.Some,
      s.value,
    ];
  },
  r: (m) => [
    m.parse("5"),
    m.parse("x"),
    m.mapR(m.parse("2"), (x) => x * 2),
    m.mapR(m.parse("z"), (x) => x),
    m.mapR({ ok: true, value: { q: 1 } }, (v) => v.q),
    m.ok([1]),
    m.err(new Error("e")).error.message,
  ],
  p: (m) =>
    m.pipe(
      1,
      (x) => x + 1,
      (x) => [x],
    ),
};
