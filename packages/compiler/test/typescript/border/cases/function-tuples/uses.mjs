/** What is done with the module. */
export const uses = {
  state: (m) => {
    const [get, set] = m.state(4);
    return [get(), set(20), get()];
  },
  references: (m) => {
    const first = { name: "a" };
    const second = { name: "b" };
    const [get, set] = m.state(first);
    return [get() === first, set(second) === second, get() === second];
  },
  counter: (m) => {
    const [get, add, set] = m.counter(1);
    return [add(2), get(), set(10), get(), add(1)];
  },
  joined: (m) => {
    const [join, count, sized] = m.joined();
    return [join("a", "b", "c"), join(), count(2), sized.size];
  },
  own: (m) => {
    let held = 1;
    const result = m.use([
      () => held,
      (value) => {
        held = value;
      },
    ]);
    return [result, held];
  },
  lists: (m) => m.lists(),
};
