/** What is done with the module. */
export const uses = {
  t: (m) => m.tokenize("1 + (2.5*3)"),
  calc: (m) => [m.calc("1+2*3"), m.calc("-(4-1)/2")],
  bad: (m) => {
    try {
      m.tokenize("1 $");
    } catch (e) {
      return [e.name, e.message, e.pos, e instanceof m.ParseError, e instanceof SyntaxError, e instanceof Error];
    }
  },
  p: (m) =>
    new m.Parser([
      { type: "num", value: 1 },
      { type: "op", value: "+" },
      { type: "num", value: 2 },
    ]).parse(),
  e: (m) =>
    m.evaluate({
      kind: "bin",
      op: "*",
      left: { kind: "num", value: 3 },
      right: { kind: "neg", expr: { kind: "num", value: 2 } },
    }),
  div: (m) => m.calc("1/0"),
  rt: (m) => m.evaluate(new m.Parser(m.tokenize("2*(3+4)")).parse()),
};
