export const uses = {
  "lists of any number": (m) => [
    m.pairUp(),
    m.pairUp([1, 2]),
    m.pairUp([1, 2], ["a", "b"]),
    m.pairUp([1], [2], [{ n: 3 }]),
  ],
  "functions of any number": (m) => [
    m.after((n) => n + 1)(1),
    m.after((n) => n + 1, String)(1),
    m.after(
      (n) => [n],
      (list) => list.length,
      (n) => n * 5,
    )(9),
  ],
  "functions of several types are one": (m) => [
    m.describe((name) => name),
    m.describe(() => "nobody"),
    m.describe((...all) => `${all.length}`),
  ],
  "rows are tuples of any length": (m) =>
    m.columns([
      [1, "a", true],
      [2, "b", false],
    ]),
  "arguments that are given in advance": (m) => [m.fix((a, b) => [a, b], 1, "x")(), m.fix(() => "none")()],
  "functions have properties"(m) {
    const count = m.createCounter();
    const seen = [count(2), count(3), count.total, count.name2];
    count.total = 40;
    seen.push(count(1));
    count.reset();
    return [...seen, count.total, count(1), Object.keys(count), count === count];
  },
  "exported functions have properties"(m) {
    const before = [m.marked(1), m.marked(1, 2, 3), m.marked.offset];
    m.marked.offset = 0;
    return [...before, m.marked(1), m.marked.name];
  },
  "an optional argument that is missing is not passed"(m) {
    const seen = [];
    m.notify((...values) => seen.push(values));
    return seen;
  },
};
