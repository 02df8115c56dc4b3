function randomPoints(count) {
  let seed = 1;
  const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, id) => ({ id, coordinates: [next(), next(), next()] }));
}

/** What is done with the module. */
export const uses = {
  cities(m) {
    const tree = new m.KdTree(m.cities);
    const near = tree.nearest({ coordinates: [50, 14] }, 3);
    return [tree.size, tree.height, near.map(({ point, distance }) => [point.name, distance])];
  },
  within: (m) => new m.KdTree(m.cities).within([45, 0], [53, 15]).map(({ name }) => name),
  "as brute force finds them"(m) {
    const points = randomPoints(200);
    const target = { coordinates: [0.5, 0.4, 0.3] };
    const found = new m.KdTree(points, 3).nearest(target, 5).map(({ point }) => point);
    const sorted = points.toSorted((a, b) => m.euclid(a, target) - m.euclid(b, target)).slice(0, 5);
    return [found.map(({ id }) => id), found.every((point, i) => point === sorted[i])];
  },
  insert(m) {
    const tree = new m.KdTree(m.cities);
    return [
      tree.insert({ name: "Bonn", coordinates: [50.7, 7.1] }).size,
      tree.nearest({ coordinates: [51, 7] })[0].point,
    ];
  },
  metric(m) {
    const byLatitude = (a, b) => Math.abs(a.coordinates[0] - b.coordinates[0]);
    return new m.KdTree(m.cities, 2, byLatitude).nearest({ coordinates: [60, 0] })[0].point.name;
  },
  empty: (m) => new m.KdTree([], 2).nearest({ coordinates: [1, 1] }),
};
