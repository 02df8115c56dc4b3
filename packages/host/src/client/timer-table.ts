import type { RuneError } from "@rune/schema";
import { tooManyTimers } from "./messages.ts";

/** Timers of one guest, by the ids that it chooses. */
export interface TimerHost {
  /** Starts a timer; one of the same id is replaced. */
  set(id: string, ms: number, repeats: boolean): void;
  /** Whether there was such a timer. */
  clear(id: string): boolean;
}

/** A `TimerHost` that its owner can empty. */
export interface TimerTable extends TimerHost {
  /** Ends all timers; further ones can be set. */
  clearAll(): void;
}

/** The platform's own timers. */
export interface TimerClock {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** What a timer table is made of. */
export interface TimerTableOptions {
  clock: TimerClock;
  /** Called with the id of each timer that fires. */
  onTimer(id: string): void;
  report(error: RuneError): void;
  /** Timers that may be pending. @default 1000 */
  limit?: number;
}

/** The ids that `setTimeout` and `setInterval` of a guest give their timers begin with this; the module itself knows what they are for. */
export const OWN_TIMER = "setTimeout ";

/** Longest wait that platforms keep; they take a longer one for none at all. */
const MAX_WAIT = 2_147_483_647;
/** An interval without a pause would leave the page no time. */
const MIN_INTERVAL = 4;

/** Keeps the timers of one guest over the platform's own. */
export function createTimerTable({ clock, onTimer, report, limit = 1000 }: TimerTableOptions): TimerTable {
  const pending = new Map<string, unknown>();
  const clear = (id: string): boolean => {
    if (!pending.has(id)) return false;
    clock.clearTimeout(pending.get(id));
    return pending.delete(id);
  };
  const start = (id: string, wait: number, repeats: boolean): void => {
    const handle = clock.setTimeout(() => {
      // The timer may have been replaced between its firing and this call.
      if (pending.get(id) !== handle) return;
      pending.delete(id);
      // Before the callback, so that the guest can clear the interval from inside it.
      if (repeats) start(id, wait, true);
      onTimer(id);
    }, wait);
    pending.set(id, handle);
  };
  return {
    set(id, ms, repeats) {
      clear(id);
      if (pending.size >= limit) return report(tooManyTimers(id, limit));
      const wait = Math.min(Math.max(ms || 0, repeats ? MIN_INTERVAL : 0), MAX_WAIT);
      start(id, wait, repeats);
    },
    clear,
    clearAll() {
      for (const handle of pending.values()) clock.clearTimeout(handle);
      pending.clear();
    },
  };
}
