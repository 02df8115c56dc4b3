/** The last that has changed the environment, which there is one of. */
const turns: { last: Promise<unknown> } = { last: Promise.resolve() };

/**
 * Runs something under a value of `NODE_ENV`. Plugins of PostCSS ask it what to make, and bundlers differ in what they set it to; what is built is the same
 * with each of them.
 */
export async function inMode<Result>(mode: string, run: () => Promise<Result>): Promise<Result> {
  const mine = turns.last.then(async () => {
    const before = process.env["NODE_ENV"];
    process.env["NODE_ENV"] = mode;
    try {
      return await run();
    } finally {
      if (before === undefined) delete process.env["NODE_ENV"];
      else process.env["NODE_ENV"] = before;
    }
  });
  turns.last = mine.catch(() => {});
  return mine;
}
