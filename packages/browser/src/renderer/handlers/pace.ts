import type { CallOff } from "../../events/event-hub.ts";

/** When a handler runs that does not run for each event. */
export type Pace = (element: Element, run: () => void) => void;

type After = (time: number, action: () => void) => CallOff;

/** Runs what comes last, once nothing has come for the time. */
export function createDebounce(time: number, after: After): Pace {
  const waiting = new WeakMap<Element, CallOff>();
  return (element, run) => {
    waiting.get(element)?.();
    waiting.set(
      element,
      after(time, () => {
        if (element.isConnected) run();
      }),
    );
  };
}

/** Runs what comes at once, and then no more than once in the time, what came last. */
export function createThrottle(time: number, after: After): Pace {
  /** Elements in their pause, with what is to run at its end. */
  const pausing = new WeakMap<Element, { next: (() => void) | undefined }>();
  const pause = (element: Element): void => {
    const state: { next: (() => void) | undefined } = { next: undefined };
    pausing.set(element, state);
    after(time, () => {
      pausing.delete(element);
      if (!state.next || !element.isConnected) return;
      pause(element);
      state.next();
    });
  };
  return (element, run) => {
    const state = pausing.get(element);
    if (state) {
      state.next = run;
      return;
    }
    pause(element);
    run();
  };
}
