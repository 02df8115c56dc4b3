export const uses = {
  call: (m) =>
    m.call(function (a) {
      return this.v + a;
    }),
  apply: (m) =>
    m.apply(function (a, b) {
      return this.v + a + b;
    }),
  bind: (m) =>
    m.bind(function (a) {
      return this.v + a;
    }),
  "an instance": (m) => {
    const counter = new m.Counter();
    return [
      counter.run(function (a) {
        this.n += a;
        return this === counter ? 1 : 0;
      }),
      counter.n,
    ];
  },
  "an object of JavaScript": (m) => {
    const self = { v: 3 };
    const given = m.given(self, function (a) {
      this.v = 8;
      return this === self ? a : 0;
    });
    return [given, self];
  },
  "an array": (m) => {
    const seen = [];
    const list = [1, 2];
    m.each(list, function (x) {
      seen.push(this === list, x);
    });
    return seen;
  },
  "methods stay methods": (m) =>
    m.both(
      function (a) {
        return this.v + a;
      },
      {
        v: 10,
        f(a) {
          return this.v + a;
        },
      },
    ),
  primitives: (m) =>
    m.primitive(function () {
      return typeof this;
    }),
  arrows: (m) => m.call((a) => a),
};
