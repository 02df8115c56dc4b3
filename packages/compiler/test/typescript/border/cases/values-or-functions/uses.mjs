/** What is done with the module. */
export const uses = {
  absent: (m) => m.repeat(2),
  values: (m) => [m.repeat(2, "y"), m.repeat(1, { a: 1 }), m.repeat(1, null)],
  sameValue: (m) => {
    const value = { a: 1 };
    return m.repeat(2, value).every((each) => each === value);
  },
  functions: (m) => [m.repeat(3, (index) => `n${index}`), m.repeat(2, () => [])],
};
