/** How much a guest may do. */
export interface FuelOptions {
  /**
   * Ticks that a turn of the event loop may use at most; it can count on seven eighths of them. About nanoseconds, or bytes that are allocated.
   * @default 250,000,000
   */
  budget?: number;
  /**
   * Milliseconds that a turn may take, however few ticks that are; a little more, as the guest is only stopped when it asks for more fuel.
   * @default 800, and as many times that as `budget` is of its default where it is more
   */
  milliseconds?: number;
  /** Calls back when the turn is over that runs now, its microtasks included. @default by a timer of the platform */
  afterTurn?: (action: () => void) => void;
  /** Milliseconds of a clock that never goes back. Where it stands still within a turn, ticks alone count. @default `performance.now()` */
  now?: () => number;
}

/** Ticks of a turn, unless told otherwise. */
const BUDGET = 250_000_000;

/** Milliseconds for these. With a slice before and one after the clock is looked at, a turn is over within a second. */
const MILLISECONDS = 800;

/** Ticks that a guest is given at a time: few enough that the slowest code uses them up in no time, so many that asking for them costs nothing. */
const SLICE = 1 << 18;

/** Ticks that what runs in a long turn may use before the clock is looked at, so that a thousand short calls do not look at it each. */
const UNTIMED = 1024;

/** Where a guest keeps its fuel: a mutable i32, −1 when it gets no more. */
export interface FuelCounter {
  value: number;
}

/**
 * Gives a guest fuel for each turn of the event loop. All calls and jobs of one turn draw on the same; a job that follows an `await` in the
 * same turn too.
 *
 * The guest has a slice at a time, and asks for the next. Only then the clock is looked at, and only a turn in which it has asked needs a timer for
 * its end: most turns are so short that these would cost more than they do.
 */
export class FuelMeter {
  /** Of what the guest had too little, if it was stopped for that. It gets no more. */
  lack: "ticks" | "time" | undefined;
  readonly #budget: number;
  readonly #slice: number;
  readonly #milliseconds: number;
  readonly #afterTurn: (action: () => void) => void;
  readonly #now: () => number;
  /** Absent while the module starts: its exports are not there yet. */
  #counter: FuelCounter | undefined;
  /** Whether more than the counter had was needed in this turn. */
  #isLong = false;
  /** Ticks given in this turn. */
  #given = 0;
  /** Milliseconds that the guest has run in this turn, without what is running. */
  #spent = 0;
  /** When what is running first asked. */
  #since: number | undefined;

  constructor(options: FuelOptions = {}) {
    const { budget = BUDGET, afterTurn = afterTimers, now = () => performance.now() } = options;
    this.#budget = budget;
    this.#slice = Math.min(SLICE, budget >> 3);
    this.#milliseconds = options.milliseconds ?? MILLISECONDS * Math.max(1, budget / BUDGET);
    this.#afterTurn = afterTurn;
    this.#now = now;
  }

  /** Gives the counter, once the module has started. */
  attach(counter: FuelCounter): void {
    this.#counter = counter;
    if (this.lack) counter.value = -1;
    else if (!this.#isLong) counter.value = this.#slice;
    this.leave();
  }

  /**
   * What the guest asks when it owes more ticks than its counter has left.
   *
   * @param owed as an i32 without a sign
   * @returns what the counter has now, at least what is owed, or −1
   */
  refuel(owed: number, left: number): number {
    if (this.lack) return -1;
    const lacking = (owed >>> 0) - left;
    const rest = this.#open();
    const now = this.#now();
    this.#since ??= now;
    if (lacking > rest) this.lack = "ticks";
    else if (this.#spent + now - this.#since > this.#milliseconds) this.lack = "time";
    if (this.lack) return -1;
    const given = Math.min(Math.max(lacking, this.#slice), rest);
    this.#given += given;
    return left + given;
  }

  /** Takes ticks off the guest's; whether there were enough. If not, its own code stops, too, when it next pays. */
  take(ticks: number): boolean {
    if (this.lack) return false;
    const left = this.#counter?.value ?? 0;
    const lacking = ticks - left;
    if (lacking > 0) {
      if (lacking > this.#open()) this.lack = "ticks";
      // No more than that: the guest shall ask soon.
      else this.#given += lacking;
    }
    if (this.#counter) this.#counter.value = this.lack ? -1 : Math.max(0, -lacking);
    return !this.lack;
  }

  /** To be called after the guest has run. What runs next in a long turn has to ask soon, so that its time is counted, too. */
  leave(): void {
    if (this.#since === undefined) return;
    this.#spent += this.#now() - this.#since;
    this.#since = undefined;
    if (!this.#counter || this.lack) return;
    const rest = Math.min(this.#counter.value, UNTIMED);
    this.#given -= this.#counter.value - rest;
    this.#counter.value = rest;
  }

  /** Notes that the turn is a long one; gives the ticks that are left for it. */
  #open(): number {
    if (!this.#isLong) {
      this.#afterTurn(() => this.#close());
      this.#isLong = true;
      // What it had before it asked is not known any more.
      this.#given = this.#slice;
    }
    return this.#budget - this.#given;
  }

  #close(): void {
    this.#isLong = false;
    this.#spent = 0;
    this.#since = undefined;
    if (this.#counter && !this.lack) this.#counter.value = this.#slice;
  }
}

/** No microtask runs after a timer was set and before it fires. */
function afterTimers(action: () => void): void {
  setTimeout(action, 0);
}
