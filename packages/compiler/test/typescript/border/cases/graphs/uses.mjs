/** What is done with the module. */
export const uses = {
  d: (m) =>
    m.dijkstra(
      [
        [
          [1, 4],
          [7, 8],
        ],
        [[0, 4]],
        [],
        [],
        [],
        [],
        [],
        [[0, 8]],
      ],
      0,
    ),
  bfs: (m) =>
    m.bfs(
      new Map([
        ["a", new Set(["b", "c"])],
        ["b", new Set(["d"])],
      ]),
      "a",
    ),
  topo: (m) => m.topo({ a: ["b"], b: ["c"], c: [] }),
  cyc: (m) => m.topo({ a: ["b"], b: ["a"] }),
};
