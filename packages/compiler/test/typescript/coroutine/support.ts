/** What random code uses, as the start of its module. */
export const support = `
type Log = string[];
function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
function sum(a: number, b: number): number {
  return a * 2 + b;
}
function* upTo(n: number): Generator<number, number, unknown> {
  for (let i = 0; i < n % 4; i++) yield i;
  return n;
}
function* guarded(log: Log, n: number): Generator<number, number, unknown> {
  try {
    log.push("sent " + (yield n));
    yield n + 1;
    return n + 2;
  } finally {
    log.push("closed");
  }
}
async function* asyncGuarded(log: Log, n: number): AsyncGenerator<number, number, unknown> {
  try {
    log.push("sent " + (yield n));
    await null;
    yield n + 1;
    return n + 2;
  } finally {
    log.push("closed");
  }
}
function own(log: Log, n: number): Iterable<number> {
  return {
    [Symbol.iterator]() {
      let i = 0;
      return {
        next: () => ({ done: i >= n, value: i++ }),
        return: () => {
          log.push("closed");
          return { done: true, value: 0 };
        },
      };
    },
  };
}
async function later(n: number, ticks: number): Promise<number> {
  for (let i = 0; i < ticks; i++) await null;
  return n;
}
async function failing(log: Log, n: number): Promise<number> {
  if (n <= 2) return n;
  await null;
  log.push("fails");
  throw new Error("failed " + n);
}
function thenable(n: number): PromiseLike<number> {
  return {
    then<A, B>(resolve?: ((value: number) => A | PromiseLike<A>) | null): PromiseLike<A | B> {
      resolve!(n);
      return this as never;
    },
  };
}
async function ticking(log: Log): Promise<void> {
  for (let i = 0; i < 12; i++) {
    log.push("tick" + i);
    await null;
  }
}
export function drive(log: Log, made: Generator<number, number | undefined, number>, plan: number[]): string {
  for (const each of plan) {
    try {
      const step = each < 7 ? made.next(each) : each === 7 ? made.throw(new Error("in")) : made.return(80);
      log.push(step.value + "/" + step.done);
    } catch (error) {
      log.push("throws " + message(error));
    }
  }
  return log.join(" ");
}
export async function driveAsync(
  log: Log,
  made: AsyncGenerator<number, number | undefined, number>,
  plan: number[],
): Promise<string> {
  const all = [ticking(log)];
  for (const each of plan) {
    const step = each < 7 ? made.next(each) : each === 7 ? made.throw(new Error("in")) : made.return(80);
    const done = step.then(
      ({ value, done }) => void log.push(value + "/" + done),
      (error: unknown) => void log.push("rejects " + message(error)),
    );
    all.push(done);
    if (each % 2 === 0) await done;
  }
  await Promise.all(all);
  return log.join(" ");
}
export async function settle(log: Log, made: Promise<number | undefined>): Promise<string> {
  const done = made.then(
    (value) => void log.push("= " + value),
    (error: unknown) => void log.push("rejects " + message(error)),
  );
  await Promise.all([done, ticking(log)]);
  return log.join(" ");
}
`;
