/** What is done with the module. */
export const uses = {
  neg: (m) => {
    try {
      m.check(-1);
    } catch (e) {
      return [
        e instanceof Error,
        e instanceof m.ValidationError,
        e instanceof m.NotFound,
        e.name,
        e.message,
        e.field,
        String(e),
        typeof e.stack,
      ];
    }
  },
  text: (m) => m.check(1),
  obj: (m) => m.check(2),
  type: (m) => {
    try {
      m.check(3);
    } catch (e) {
      return [e.constructor === TypeError, e.cause, e.message];
    }
  },
  five: (m) => m.check(5),
  catchIt: (m) => [
    m.catchIt(() => {
      throw new RangeError("r");
    }),
    m.catchIt(() => 4),
    m.catchIt(() => {
      throw "x";
    }),
  ],
  identity: (m) => {
    const e = new TypeError("q");
    try {
      m.rethrow(() => {
        throw e;
      });
    } catch (x) {
      return x === e;
    }
  },
  identity2: (m) => {
    const e = {};
    try {
      m.rethrow(() => {
        throw e;
      });
    } catch (x) {
      return x === e;
    }
  },
  wrap: (m) => {
    const e = new TypeError("q");
    try {
      m.wrap(() => {
        throw e;
      });
    } catch (x) {
      return [x.message, x.cause === e];
    }
  },
  make: (m) => {
    const e = new m.ValidationError("m", "f");
    return [e.message, e.name, e.field, e instanceof Error, m.isV(e), m.isV(new Error("x")), m.isV(3)];
  },
  own: (m) => {
    const e = new m.ValidationError("m", "f");
    try {
      m.rethrow(() => {
        throw e;
      });
    } catch (x) {
      return x === e;
    }
  },
};
