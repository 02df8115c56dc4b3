/** What is done with the module. */
export const uses = {
  lists: (m) => m.lists(),
  either: (m) => [0, 1, 2].map((which) => m.either(which)),
  collections: (m) => m.collections(),
  promises: async (m) => await Promise.all(m.promises()),
  boxes: (m) => m.boxes().map((box) => [box instanceof m.Box, box.value, box.get()]),
  records: (m) => m.records(),
  fields: (m) => [m.fields(true), m.fields(false)],
  latest: (m) => {
    const numbers = new Map([["a", 5]]);
    const result = m.latest([
      numbers,
      new Map([
        ["a", new Date(10)],
        ["b", new Date(11)],
      ]),
    ]);
    return [result, result[0] === numbers];
  },
  first: (m) => [m.first([3]), m.first([new Date(12)]), m.first([])],
  same: (m) => [[1], [new Date(13)], [{ x: 1 }]].map((list) => [m.same(list) === list, m.same(list)]),
  changed: (m) => {
    const [numbers, dates] = m.lists();
    numbers.push(2);
    dates.push(new Date(14));
    return [m.same(numbers) === numbers, m.same(dates) === dates, m.first(dates), numbers, dates];
  },
};
