const absent = [undefined, null];
const filled = { title: "t", count: 1 };
const each = (name) => [{}, { [name]: undefined }, { [name]: null }].map((given) => ({ ...filled, ...given }));

export const uses = {
  texts: (m) => [...absent, "a"].map((x) => m.text(x)),
  numbers: (m) => [...absent, 3].map((x) => [m.amount(x), m.exactAmount(x), m.required(x)]),
  arrays: (m) => [...absent, [1]].map((x) => m.list(x)),
  booleans: (m) => [...absent, true].map((x) => m.flag(x)),
  defaults: (m) => [...absent, "a"].map((x) => [m.withDefault(x), m.truth(x)]),
  "properties that are numbers": (m) => each("size").map((o) => m.size(o)),
  "properties that are texts": (m) => each("label").map((o) => m.label(o)),
  "other properties": (m) =>
    ["title", "count", "done", "tags", "mode", "action"].map((name) => each(name).map((o) => m.others(o))),
  "objects of options": (m) => [...absent, {}, { limit: null }, { limit: 3 }].map((o) => m.limit(o)),
  "the object given": (m) => {
    const given = { ...filled, size: null, label: null };
    m.size(given);
    return [m.same(given) === given, m.same(null), given];
  },
  constructors: (m) => new m.Named(null),
  methods: (m) => absent.map((x) => new m.Named("a").more(x)),
};
