const VALUES = [null, undefined, 5, 1.5, "s", "", true, 5n];

/** What is done with the module. */
export const uses = {
  texts: (m) => [...VALUES, { a: 1 }].map((value) => m.text(thrower(value))),
  nullish: (m) => [...VALUES, {}].map((value) => m.isNullish(thrower(value))),
  kinds: (m) => [...VALUES, {}, new TypeError("t"), new Error("e")].map((value) => m.kind(thrower(value))),
  finished: (m) => VALUES.map((value) => m.finished(thrower(value))),
  again: (m) =>
    [...VALUES, { a: 1 }, new Error("e")].map((value) =>
      Object.is(
        thrownBy(() => m.again(thrower(value))),
        value,
      ),
    ),
  wrapped: (m) => [...VALUES, { a: 1 }].map((value) => thrownBy(() => m.wrapped(thrower(value))).cause),
  codes: (m) =>
    [{ code: "ENOENT" }, { code: 4 }, {}].map((own) => m.codeOf(thrower(Object.assign(new Error("e"), own)))),
  causes: (m) => ["c", 5, { a: 1 }, undefined].map((cause) => m.causeOf(new Error("e", { cause }))),
  sameCause: (m) => {
    const cause = new RangeError("r");
    return m.causeOf(new Error("e", { cause })) === cause;
  },
  innermost: (m) => m.innermost(new Error("a", { cause: new Error("b", { cause: new TypeError("c") }) })),
  changed: (m) => {
    const error = new Error("e");
    return [thrownBy(() => m.prefix(thrower(error))) === error, error.message];
  },
  longMessage: (m) => {
    const error = new Error("m".repeat(100_000));
    return [thrownBy(() => m.again(thrower(error))) === error, error.message.length];
  },
};

function thrower(value) {
  return () => {
    throw value;
  };
}

function thrownBy(action) {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
