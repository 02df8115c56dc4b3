const caught = (use) => {
  try {
    return use();
  } catch (error) {
    return error;
  }
};

/** What is done with the module. */
export const uses = {
  classes: (m) => [m.typeError("a") instanceof TypeError, m.typeError("a").message],
  together(m) {
    const error = m.together(1, new RangeError("x"));
    return [error instanceof AggregateError, error.message, error.errors.map(String), Object.keys(error)];
  },
  batch(m) {
    const error = caught(() => m.batch(3));
    const { name, message, attempts, errors } = error;
    return [
      name,
      message,
      attempts,
      errors.map(String),
      error instanceof m.BatchError,
      error instanceof AggregateError,
    ];
  },
  made(m) {
    const error = new m.BatchError([4], 5);
    return [String(error), error.errors, error.attempts];
  },
  constraints: (m) => [
    m.largest(new m.Version(1), new m.Version(3), new m.Version(2)).major,
    m.largest({ n: 1, compareTo: ({ n }) => 1 - n }, { n: 5, compareTo: ({ n }) => 5 - n }).n,
  ],
  shelf(m) {
    const shelf = m.shelf();
    shelf.save({ id: 2, name: "Grace" });
    return shelf.all().map(({ id, name }) => [id, name]);
  },
};
