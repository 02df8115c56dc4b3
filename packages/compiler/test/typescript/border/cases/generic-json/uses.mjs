/** What is done with the module. */
export const uses = {
  shelf: (m) =>
    new m.Shelf()
      .put({ name: "a", at: [1, { x: null }] })
      .put("b")
      .put(3)
      .put(null)
      .toString(),
  identity: (m) => {
    const item = { name: "a" };
    const [held] = new m.Shelf().put(item).items;
    return held === item;
  },
  text: (m) => [
    m.text({ a: "\n" }),
    m.text([1, { b: true }]),
    m.text("t"),
    m.text(undefined),
    m.text(null),
    m.text(0.5),
  ],
  wrapped: (m) => [m.wrapped({ a: 1 }), m.wrapped(["x"])],
};
