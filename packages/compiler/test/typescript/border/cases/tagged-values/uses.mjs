/** What is done with the module. */
export const uses = {
  dates: (m) => [m.areSame(new Date(5), new Date(5)), m.areSame(new Date(5), new Date(6))],
  expressions: (m) => [m.areSame(/a/g, /a/g), m.areSame(/a/g, /a/i), m.areSame(/a/, /b/)],
  errors: (m) => [m.areSame(new Error("a"), new Error("a")), m.areSame(new Error("a"), new TypeError("a"))],
  collections: (m) => [
    m.areSame(new Map([["k", new Date(1)]]), new Map([["k", new Date(1)]])),
    m.areSame(new Map([["k", 1]]), new Map([["k", 2]])),
    m.areSame(new Set([1, 2]), new Set([2, 1])),
    m.areSame(new Set([1]), new Map([[1, 1]])),
  ],
  others: (m) => [m.areSame(1, 1), m.areSame("a", "b"), m.areSame([], {}), m.areSame(null, undefined)],
  copies: (m) => m.copyWritable({ a: 1 }, { a: 2, b: 3 }),
};
