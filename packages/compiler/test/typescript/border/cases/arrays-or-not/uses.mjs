/** What is done with the module. */
export const uses = {
  arrays: (m) => [m.toArray([1, "a"]), m.isList([]), m.isList([{}])],
  others: (m) => [m.toArray(1), m.toArray({ length: 0 }), m.isList("ab"), m.isList({ 0: 1, length: 1 })],
};
