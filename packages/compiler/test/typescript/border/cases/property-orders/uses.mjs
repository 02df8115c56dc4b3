/** What is done with the module. */
export const uses = {
  given: (m) =>
    m.add({ title: "B", key: "b", align: "right", width: 4 }, { title: "C", key: "c", width: "5%", note: "n" }),
  seen: (m) => [m.add({ key: "b", title: "B" }), m.all().map((column) => ({ ...column })), Object.keys(m.all()[0])],
  changed(m) {
    const column = { title: "B", key: "b", note: "old" };
    m.add(column);
    Object.assign(column, { align: "center", note: "new" });
    return m.add(column);
  },
};
