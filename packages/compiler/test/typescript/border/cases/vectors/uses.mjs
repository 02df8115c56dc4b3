/** What is done with the module. */
export const uses = {
  v: (m) => {
    const v = new m.Vector(3, 4);
    return [
      v.length,
      v.add({ x: 1, y: 1 }),
      v.add(m.Vector.ZERO).equals(v),
      String(v.scale(2)),
      m.Vector.from({ x: 1, y: 2 }),
      [...v],
      m.add(v, { x: 1, y: 1 }),
      m.bounds([v, { x: 0, y: 9 }]),
      m.bounds([]),
    ];
  },
  mat: (m) => [
    m.Matrix.identity(2)
      .mul(
        new m.Matrix([
          [1, 2],
          [3, 4],
        ]),
      )
      .toArray(),
    m.Matrix.identity(3).rows,
  ],
};
