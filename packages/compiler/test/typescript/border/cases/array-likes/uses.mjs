/** What is done with the module. */
export const uses = {
  arguments: (m) => collect(m.sum, 1, 2, 3),
  typed: (m) => m.sum(new Float64Array([1, 2])),
  typedInPlace: (m) => {
    const values = new Uint8Array([1, 2]);
    m.double(values);
    return [...values];
  },
  alike: (m) => [m.last({ length: 2, 0: "a", 1: "b" }), m.last({ length: 0 }), m.last(["x"])],
  frozen: (m) => m.sum(Object.freeze([1, 2])),
};

function collect(action, ...values) {
  const given = function () {
    return arguments;
  };
  return action(given(...values));
}
