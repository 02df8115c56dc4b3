/** What is done with the module. */
export const uses = {
  out: (m) => {
    const resource = m.closing("first");
    resource[Symbol.dispose]();
    return [m.takeDone(), Object.keys(resource)];
  },
  in: (m) => {
    const seen = [];
    const type = m.use({ [Symbol.dispose]: () => void seen.push("closed") }, "used");
    return [type, seen, m.takeDone()];
  },
  back: (m) => [m.use(m.closing("own"), "used"), m.takeDone()],
  optional: (m) => [
    +m.range(2, 5),
    Object.keys(m.range(1, 2)),
    m.lengthOf(m.range(1, 9)),
    m.lengthOf({ from: 1, to: 2 }),
    m.lengthOf({ from: 1, to: 2, [Symbol.toPrimitive]: () => 7 }),
  ],
};
