/** How much a guest may do. */
export interface FuelOptions {
  /**
   * Ticks that a turn of the event loop may use at most; it can count on seven eighths of them. About nanoseconds, or bytes that are allocated.
   * @default 250,000,000
   */
  budget?: number;
  /** Calls back when the turn is over that runs now, its microtasks included. @default by a timer of the platform */
  afterTurn?: (action: () => void) => void;
}

/** Ticks of a turn, unless told otherwise: whatever they are spent on, a turn is over within a second or so. */
const BUDGET = 250_000_000;

/** Where a guest keeps its fuel: a mutable i32, −1 when it has been used up. */
export interface FuelCounter {
  value: number;
}

/**
 * Gives a guest fuel for each turn of the event loop. All calls and jobs of one turn draw on the same; a job that follows an `await` in the
 * same turn too.
 *
 * It is filled up after turns that leave less than seven eighths of it: most turns are so short that a timer for each would cost more than they
 * do.
 */
export class FuelMeter {
  readonly #counter: FuelCounter;
  readonly #budget: number;
  /** What each turn can count on. */
  readonly #least: number;
  readonly #afterTurn: (action: () => void) => void;
  #isWaiting = false;

  constructor(counter: FuelCounter, { budget = BUDGET, afterTurn = afterTimers }: FuelOptions = {}) {
    this.#counter = counter;
    this.#budget = budget;
    this.#least = budget - (budget >> 3);
    this.#afterTurn = afterTurn;
    // What has stopped a module that was starting is still to be told.
    if (!this.isExhausted) counter.value = budget;
  }

  /** To be called after the guest has run, so that it has its fuel in the next turn. */
  leave(): void {
    if (this.#isWaiting || this.#counter.value >= this.#least) return;
    this.#isWaiting = true;
    this.#afterTurn(() => {
      this.#isWaiting = false;
      this.#counter.value = this.#budget;
    });
  }

  /** Takes ticks off the guest's; whether there were enough. If not, its own code stops, too, when it next pays. */
  take(ticks: number): boolean {
    const left = this.#counter.value;
    this.#counter.value = left < ticks ? -1 : left - ticks;
    return left >= ticks;
  }

  /** Whether the guest was stopped because it had none left. */
  get isExhausted(): boolean {
    return this.#counter.value < 0;
  }
}

/** No microtask runs after a timer was set and before it fires. */
function afterTimers(action: () => void): void {
  setTimeout(action, 0);
}
