async function outcomeOf(use) {
  try {
    return await use();
  } catch (error) {
    return [error.name, error.message, error.attempts, error.errors?.map(String)];
  }
}

function createRetry(m) {
  const slept = [];
  const retry = m.createRetry(async (ms) => {
    slept.push(ms);
  });
  return { retry, slept };
}

/** What is done with the module. */
export const uses = {
  async "at last"(m) {
    const { retry, slept } = createRetry(m);
    const task = async (n) => {
      if (n < 3) throw new Error(`no ${n}`);
      return `yes ${n}`;
    };
    return [await retry(task), slept];
  },
  async never(m) {
    const { retry, slept } = createRetry(m);
    const told = [];
    const fail = () => {
      throw new TypeError("always");
    };
    const options = { retries: 2, onRetry: (error, attempt, delay) => told.push(String(error), attempt, delay) };
    return [await outcomeOf(() => retry(fail, options)), told, slept];
  },
  async cancelled(m) {
    const { retry } = createRetry(m);
    const signal = new m.CancelToken();
    const reasons = [];
    signal.onCancel(({ message }) => reasons.push(message));
    const task = async (n) => {
      if (n === 2) signal.cancel("stop");
      throw new Error("again");
    };
    return [await outcomeOf(() => retry(task, { signal })), signal.cancelled, reasons];
  },
  limiter(m) {
    let time = 0;
    const limiter = new m.RateLimiter(2, 1, () => time);
    const taken = [limiter.tryTake(), limiter.tryTake(), limiter.tryTake(), limiter.waitFor()];
    time += 1500;
    return [taken, limiter.tryTake(), limiter.waitFor(2)];
  },
  async "at most two"(m) {
    let running = 0;
    let most = 0;
    const worker = async (item, index) => {
      most = Math.max(most, ++running);
      await null;
      running--;
      return item * 10 + index;
    };
    return [await m.mapLimit(new Set([1, 2, 3, 4, 5]), 2, worker), most];
  },
  async breaker(m) {
    let time = 0;
    const action = async (n) => {
      if (n < 0) throw new RangeError("negative");
      return n * 2;
    };
    const breaker = new m.CircuitBreaker(action, { threshold: 2, resetAfter: 50, now: () => time });
    const states = [];
    for (const n of [4, -1, -1, 1]) states.push(await outcomeOf(() => breaker.call(n)), breaker.state);
    time += 60;
    return [states, breaker.state, await breaker.call(1), breaker.state];
  },
  timeout: (m) => outcomeOf(() => m.timeout(new Promise(() => {}), 5, () => Promise.resolve())),
};
