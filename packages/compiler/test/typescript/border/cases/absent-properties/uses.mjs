const order = { id: "1", items: ["a"], customer: { name: "Ann", address: { city: "Bern" } }, notes: "x" };
const without = (...names) => Object.fromEntries(Object.entries(order).filter(([name]) => !names.includes(name)));

export const uses = {
  "all there": (m) => [m.count(order), m.city(order), m.note(order), m.first(order)],
  "an array": (m) => m.count(without("items")),
  "null for an array": (m) => {
    const given = { ...order, items: null };
    return [m.count(given), given];
  },
  "an object": (m) => m.city(without("customer")),
  "an object inside": (m) => m.city({ ...order, customer: { name: "Bob" } }),
  "in an array": (m) => m.cities([order, without("customer"), { ...order, customer: null }]),
  "a text": (m) => m.note(without("notes")),
  "one after the other": (m) => {
    const given = { ...order };
    const before = m.count(given);
    delete given.items;
    return [before, m.count(given), given];
  },
  "the module sets it": (m) => m.add(without("items"), "b"),
  "used without asking": (m) => m.first(without("items")),
};
