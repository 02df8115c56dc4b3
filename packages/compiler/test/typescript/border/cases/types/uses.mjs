/** What is done with the module. */
export const uses = {
  area: (m) => [m.area({ kind: "circle", r: 2 }), m.area({ kind: "rect", w: 2, h: 4 })],
  make: (m) => [m.make("circle"), m.make("rect"), m.area(m.make("rect"))],
  divide: (m) => [m.divide(4, 2), m.divide(1, 0), m.unwrap({ ok: true, value: 3 }), m.unwrap(m.divide(9, 3))],
  unwrapErr: (m) => m.unwrap(m.divide(1, 0)),
  enums: (m) => [m.Color, m.Dir, m.name(5), m.flip("UP"), m.Color[0], m.Color.Blue],
  tuple: (m) => m.tuple([1, "a"]),
  dict: (m) => m.dict({ a: 1, b: 2 }),
  map: (m) => [
    m.mapIn(
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
    ),
    m.setIn(new Set([1, 2])),
  ],
  addTo: (m) => {
    const x = new Map([["a", 1]]);
    m.addTo(x);
    return x;
  },
  opt: (m) => [m.opt(), m.opt(1), m.opt(1, "x"), m.opt(1, "x", 2, 3), m.opt(undefined, undefined, 5)],
  nul: (m) => [m.nul(null, undefined, null), m.nul("a", 5.5, true), m.nul("", 0, false)],
  big: (m) => m.big(12345678901234567890n),
  date: (m) => m.date(new Date(5000)),
  config: (m) => [m.config, m.config === m.config],
  over: (m) => [m.over("a"), m.over(4)],
  ns: (m) => [m.NS.k, m.NS.f(4)],
  def: (m) => m.default(),
};
