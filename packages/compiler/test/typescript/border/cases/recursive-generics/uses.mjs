/** What is done with the module. */
export const uses = {
  map: (m) => m.box(2).map((value) => ({ value: value + 1 })).value,
  zip: (m) => m.box(1).zip(m.box("a")).value,
  deep: (m) =>
    m
      .box(1)
      .zip(m.box("a"))
      .zip(m.box(true))
      .list()
      .map(([value]) => value.length).value,
  wrap: (m) => m.box({ a: 1 }).wrap().wrap().value.value.value,
  match: (m) => m.box(3).match({ some: (value) => `some ${value}`, none: () => "none" }),
  each: (m) =>
    m
      .box(3)
      .each([(value) => value + 1, (value) => `${value}`])
      .value.map(({ value }) => value),
  swap: (m) => [m.pair().swap().first, m.pair().swap().swap().first],
  with: (m) => {
    const held = m.pair().with({ c: 1 });
    return [held.first.second, held.second, held.first instanceof m.Pair, held.with(2).first.first.first];
  },
  mapped: (m) => {
    const held = m.pair().map(({ first, second }) => [second, first]);
    return [held.first, held.second.first];
  },
};
