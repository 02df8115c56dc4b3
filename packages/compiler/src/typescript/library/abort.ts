import { DOMException } from "./dom-exception.ts";
import { addJob } from "./jobs.ts";

/** What listeners of a signal are told. */
interface AbortEvent {
  readonly type: "abort";
  readonly target: AbortSignal;
  readonly currentTarget: AbortSignal;
}

type Listener = (event: AbortEvent) => unknown;

/** `AbortSignal`: says once that something is no longer wanted, and why. */
export class AbortSignal {
  aborted: boolean = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  #listeners: Listener[] = [];

  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal();
    signal["@@abort"](reason);
    return signal;
  }

  /** A signal that is aborted as soon as one of others is. */
  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const any = new AbortSignal();
    for (const signal of signals) observeAbort(signal, (reason) => any["@@abort"](reason));
    return any;
  }

  get ["@@toStringTag"](): string {
    return "AbortSignal";
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** There is one event, and it comes once: no option makes a difference. */
  addEventListener(type: string, listener: Listener | null): void {
    if (type !== "abort" || !$isFunction(listener)) return;
    if (this.#listeners.indexOf(listener!) < 0) $arrayPush(this.#listeners, listener!);
  }

  removeEventListener(type: string, listener: Listener | null): void {
    if (type === "abort" && $isFunction(listener)) {
      this.#listeners = this.#listeners.filter((each) => each !== listener);
    }
  }

  ["@@abort"](reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = $isUndefined(reason) ? new DOMException("This operation was aborted", "AbortError") : reason;
    const event: AbortEvent = { type: "abort", target: this, currentTarget: this };
    const { onabort } = this;
    if ($isFunction(onabort)) tell(onabort!, event);
    const listeners = this.#listeners;
    this.#listeners = [];
    for (let i = 0; i < listeners.length; i++) tell($arrayGet(listeners, i), event);
  }
}

/** `AbortController`: has a signal, and aborts it. */
export class AbortController {
  readonly signal: AbortSignal = new AbortSignal();

  get ["@@toStringTag"](): string {
    return "AbortController";
  }

  abort(reason?: unknown): void {
    this.signal["@@abort"](reason);
  }
}

/** Calls a function with the reason when a signal is aborted, at once if it has been. */
export function observeAbort(signal: AbortSignal, action: (reason: unknown) => void): void {
  if (signal.aborted) action(signal.reason);
  else signal.addEventListener("abort", () => action(signal.reason));
}

/** A signal that is aborted when one of JavaScript's is, of which it hears by what it gives the executor. */
export function signalFromHost(executor: (abort: (reason: unknown) => void) => void): AbortSignal {
  const signal = new AbortSignal();
  executor((reason) => signal["@@abort"](reason));
  return signal;
}

/** What a listener throws is nobody's who aborts: the platform is told of it. */
function tell(listener: Listener, event: AbortEvent): void {
  try {
    listener(event);
  } catch (error) {
    addJob(() => {
      throw error;
    });
  }
}
