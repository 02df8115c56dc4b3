/** What runs under one value of `NODE_ENV`, which a process has one of. */
interface Period {
  readonly mode: string;
  /** The value before. */
  readonly before: string | undefined;
  /** What goes on. */
  readonly running: Set<Promise<unknown>>;
}

const now: { period: Period | undefined } = { period: undefined };

/**
 * Runs something under a value of `NODE_ENV`. Plugins of PostCSS ask it what to make, and bundlers differ in what they set it to; what is built is the same
 * with each of them. What wants the same value runs at the same time, and what wants another waits for its end.
 */
export async function inMode<Result>(mode: string, run: () => Promise<Result>): Promise<Result> {
  while (now.period && now.period.mode !== mode) await Promise.allSettled(now.period.running);
  const period = (now.period ??= begin(mode));
  const mine = (async () => run())();
  period.running.add(mine);
  try {
    return await mine;
  } finally {
    period.running.delete(mine);
    if (period.running.size === 0) end(period);
  }
}

function begin(mode: string): Period {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = mode;
  return { mode, before, running: new Set() };
}

function end({ before }: Period): void {
  if (before === undefined) delete process.env["NODE_ENV"];
  else process.env["NODE_ENV"] = before;
  now.period = undefined;
}
