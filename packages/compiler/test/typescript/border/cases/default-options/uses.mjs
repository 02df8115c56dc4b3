/** What is done with the module. */
export const uses = {
  none: (m) => m.dashed("a b"),
  empty: (m) => m.dashed("a b", {}),
  other: (m) => m.dashed("a b", { upper: true }),
  given: (m) => m.dashed("a b", { delimiter: "+" }),
  function: (m) => m.dashed("abc", { split: (value) => [...value] }),
  settings: (m) => [m.settings({}), m.settings({ width: 2 }), m.settings({ upper: false })],
  names: (m) => [m.names({}), m.names({ width: 1 }), m.names({ upper: true, delimiter: "" })],
};
