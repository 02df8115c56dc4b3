export interface Options {
  signal?: AbortSignal;
}
let heard: string[] = [];

/** Waits until it is told to stop. */
export function untilAborted({ signal }: Options = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!signal) return resolve("no signal");
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", () => resolve("aborted"), { once: true });
  });
}
export function listen(signal: AbortSignal, name: string): () => void {
  const listener = (event: { type: string }): void => void heard.push(`${name} ${event.type} ${signal.aborted}`);
  signal.addEventListener("abort", listener);
  return () => signal.removeEventListener("abort", listener);
}
export function takeHeard(): string[] {
  const taken = heard;
  heard = [];
  return taken;
}
export class Task {
  #controller = new AbortController();
  get signal(): AbortSignal {
    return this.#controller.signal;
  }
  cancel(reason?: string): void {
    this.#controller.abort(reason);
  }
}
export function same(signal: AbortSignal): AbortSignal {
  return signal;
}
export function check(signal: AbortSignal): string {
  try {
    signal.throwIfAborted();
    return "goes on";
  } catch (error) {
    return String(error);
  }
}
export function either(first: AbortSignal, second: AbortSignal): AbortSignal {
  return AbortSignal.any([first, second]);
}
export function kindOf(value: unknown): string {
  return value instanceof AbortSignal ? `signal ${value.aborted}` : typeof value;
}
export function ownError(): string {
  const error = new DOMException("too slow", "TimeoutError");
  return `${error} ${error.code} ${error instanceof Error} ${error instanceof DOMException}`;
}
export function aborted(): string {
  const { aborted, reason } = AbortSignal.abort();
  return `${aborted} ${reason.name} ${reason.message} ${reason.code} ${AbortSignal.abort("why").reason}`;
}
