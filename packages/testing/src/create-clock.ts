import type { FrameClock } from "@rune/browser";
import type { TimerClock } from "@rune/host";
import { drain } from "./drain.ts";

/** Time that stands still until the test moves it on. */
export interface Clock extends TimerClock, FrameClock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Moves the time on: what is due by then runs in its order, each at its own time, and what follows an `await` runs in between.
   *
   * @param ms Milliseconds, not negative
   * @throws RangeError (as a rejection)
   */
  advance(ms: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Frames come as on a screen of 60 Hz. */
const FRAME = 1000 / 60;

/**
 * Makes a clock for `mountApp` and `loadController`.
 *
 * @param start Its first time: milliseconds since 1970, a `Date`, or a date as `Date.parse` takes it
 * @throws RangeError
 */
export function createClock(start: number | string | Date = "2000-01-01T00:00:00Z"): Clock {
  let now = new Date(start).getTime();
  if (Number.isNaN(now)) throw new RangeError(`createClock: ${JSON.stringify(start)} is no time`);
  const timers = new Map<number, Timer>();
  let handles = 0;

  function set(run: () => void, at: number): number {
    timers.set(++handles, { at, run });
    return handles;
  }

  /** The first of those that are due; of two at one time, the one that was set first. */
  function takeDue(end: number): Timer | undefined {
    let first: [number, Timer] | undefined;
    for (const each of timers) if (each[1].at <= end && (!first || each[1].at < first[1].at)) first = each;
    if (!first) return undefined;
    timers.delete(first[0]);
    return first[1];
  }

  return {
    now: () => now,
    setTimeout: (callback, ms) => set(callback, now + Math.max(ms || 0, 0)),
    clearTimeout: (handle) => void timers.delete(handle as number),
    requestAnimationFrame: (callback) => {
      const at = (Math.floor(now / FRAME) + 1) * FRAME;
      return set(() => callback(at), at);
    },
    cancelAnimationFrame: (handle) => void timers.delete(handle),
    async advance(ms) {
      if (!(ms >= 0))
        throw new RangeError(`advance: time goes forward only, and ${ms} is not a number of milliseconds`);
      const end = now + ms;
      await drain();
      for (let timer = takeDue(end); timer; timer = takeDue(end)) {
        now = Math.max(now, timer.at);
        timer.run();
        await drain();
      }
      now = end;
    },
  };
}
