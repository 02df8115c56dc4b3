export const uses = {
  keys: (m) => [m.keys({ x: undefined }), m.keys({}), m.keys({ x: 1, s: undefined })],
  has: (m) => [m.has({ x: undefined, s: undefined, l: undefined }), m.has({ x: 1 }), m.has({})],
  spread: (m) => JSON.stringify([m.defaults({ x: undefined }), m.defaults({})]),
  assign: (m) => [m.assign({ x: undefined, s: "z" }), m.assign({ s: "z" })],
  entries: (m) => [m.entries({ x: undefined, l: undefined }), m.entries({ s: "z" })],
  "for…in": (m) => m.forIn({ s: undefined, l: undefined }),
  "an object given again": (m) => {
    const given = { x: undefined };
    return [m.keys(given), ((given.x = 1), m.keys(given)), given];
  },
};
