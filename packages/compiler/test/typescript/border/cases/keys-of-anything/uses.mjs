/** What is done with the module. */
export const uses = {
  nested: (m) => m.leaves({ name: "a", at: { x: 1, y: { z: true } } }),
  arrays: (m) => m.leaves({ items: [1, { a: "b" }], none: [] }),
  empty: (m) => m.leaves({}),
};
