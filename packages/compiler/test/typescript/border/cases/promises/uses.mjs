/** What is done with the module. */
export const uses = {
  add: (m) => m.add(1, 2),
  isP: (m) => m.add(1, 2) instanceof Promise,
  fail: (m) => m.fail(),
  twice: (m) => m.twice(async (n) => n * 10),
  wait: (m) => m.wait(Promise.resolve("a")),
  waitRej: (m) => m.wait(Promise.reject(new TypeError("no"))),
  all: (m) => m.all([Promise.resolve(1), m.add(1, 1)]),
  task: async (m) => {
    const t = new m.Task();
    const r = await t.run();
    return [t.done, r === t];
  },
  obj: (m) => m.obj(),
  tryIt: async (m) => [
    await m.tryIt(async () => {}),
    await m.tryIt(async () => {
      throw new Error("q");
    }),
  ],
  delay: (m) => m.delay(4),
  rej: (m) => m.reject(),
};
