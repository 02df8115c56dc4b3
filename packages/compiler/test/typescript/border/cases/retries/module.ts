export interface RetryOptions {
  retries?: number;
  minDelay?: number;
  factor?: number;
  maxDelay?: number;
  jitter?: () => number;
  signal?: CancelToken;
  onRetry?: (error: unknown, attempt: number, delay: number) => void;
}

export class CancelToken {
  #listeners = new Set<(reason: CancelledError) => void>();
  #reason: CancelledError | undefined;

  get cancelled(): boolean {
    return this.#reason !== undefined;
  }

  cancel(message = "cancelled"): void {
    if (this.#reason) return;
    this.#reason = new CancelledError(message);
    for (const listener of this.#listeners) listener(this.#reason);
    this.#listeners.clear();
  }

  throwIfCancelled(): void {
    if (this.#reason) throw this.#reason;
  }

  onCancel(listener: (reason: CancelledError) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export class CancelledError extends Error {
  override name = "CancelledError";
}

export class RetryError extends AggregateError {
  constructor(
    errors: unknown[],
    readonly attempts: number,
  ) {
    super(errors, `gave up after ${attempts} attempts`);
    this.name = "RetryError";
  }
}

type Sleep = (ms: number) => Promise<void>;

export function createRetry(sleep: Sleep) {
  return async function retry<T>(task: (attempt: number) => Promise<T> | T, options: RetryOptions = {}): Promise<T> {
    const { retries = 3, minDelay = 100, factor = 2, maxDelay = Infinity, jitter = () => 1, signal, onRetry } = options;
    const errors: unknown[] = [];
    for (let attempt = 1; attempt <= retries + 1; attempt++) {
      signal?.throwIfCancelled();
      try {
        return await task(attempt);
      } catch (error) {
        if (error instanceof CancelledError) throw error;
        errors.push(error);
        if (attempt > retries) break;
        const delay = Math.min(maxDelay, Math.round(minDelay * factor ** (attempt - 1) * jitter()));
        onRetry?.(error, attempt, delay);
        await sleep(delay);
      }
    }
    throw new RetryError(errors, errors.length);
  };
}

/** Token bucket; time comes from outside. */
export class RateLimiter {
  private tokens: number;
  private last: number;
  constructor(
    private readonly capacity: number,
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {
    this.tokens = capacity;
    this.last = now();
  }
  private refill(): void {
    const time = this.now();
    this.tokens = Math.min(this.capacity, this.tokens + ((time - this.last) / 1000) * this.perSecond);
    this.last = time;
  }
  tryTake(count = 1): boolean {
    this.refill();
    if (this.tokens < count) return false;
    this.tokens -= count;
    return true;
  }
  waitFor(count = 1): number {
    this.refill();
    return this.tokens >= count ? 0 : Math.ceil(((count - this.tokens) / this.perSecond) * 1000);
  }
}

/** At most `limit` tasks at once; results in order. */
export async function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  worker: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const iterator = items[Symbol.iterator]();
  let index = 0;
  async function run(): Promise<void> {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      const at = index++;
      results[at] = await worker(next.value, at);
    }
  }
  await Promise.all(Array.from({ length: limit }, run));
  return results;
}

export class CircuitBreaker<A extends unknown[], R> {
  private failures = 0;
  private openedAt: number | null = null;
  constructor(
    private readonly action: (...args: A) => Promise<R>,
    private readonly options: Readonly<{ threshold: number; resetAfter: number; now: () => number }>,
  ) {}
  get state(): "closed" | "open" | "half-open" {
    if (this.openedAt === null) return "closed";
    return this.options.now() - this.openedAt >= this.options.resetAfter ? "half-open" : "open";
  }
  async call(...args: A): Promise<R> {
    if (this.state === "open") throw new Error("circuit open");
    try {
      const result = await this.action(...args);
      this.failures = 0;
      this.openedAt = null;
      return result;
    } catch (error) {
      if (++this.failures >= this.options.threshold) this.openedAt = this.options.now();
      throw error;
    }
  }
}

export const timeout = <T>(promise: Promise<T>, ms: number, sleep: Sleep): Promise<T> =>
  Promise.race([
    promise,
    sleep(ms).then((): never => {
      throw new Error(`timed out after ${ms} ms`);
    }),
  ]);
