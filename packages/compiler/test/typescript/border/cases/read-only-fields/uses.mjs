const track = () => ({ points: [{ at: [3, 4] }, { at: [6, 8] }], name: "a", started: new Date(5), owner: null });

/** What is done with the module. */
export const uses = {
  parts: (m) => [m.describe(track()), m.describe({ ...track(), tags: new Set(["x", "y"]), owner: { name: "Ann" } })],
  constraints: (m) => [
    m.lengthOf(track().points),
    m.farthest({ at: [1, 1], id: 1 }, { at: [2, 2], id: 2 }),
    m.distance({ at: [3, 4], z: 1 }),
  ],
  changes(m) {
    const given = track();
    const before = m.describe(given);
    given.points.push({ at: [0, 1] });
    given.points[0].at = [7, 7];
    given.owner = { name: "Bob" };
    return [before, m.describe(given)];
  },
  cycles(m) {
    const chain = { next: undefined, value: 2 };
    chain.next = chain;
    return [m.total(chain, 10), m.total({ next: { next: undefined, value: 1 }, value: 5 }, 10)];
  },
};
