import { callback, text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import { argumentInvalid } from "./messages.ts";
import { uncurry } from "./uncurry.ts";

type Settled = (value: unknown) => void;
const queue = queueMicrotask;
const RejectionError = Error;
const { defineProperty } = Object;
const then = uncurry<Promise<unknown>, [fulfilled: Settled, rejected: Settled], Promise<unknown>>(
  Promise.prototype.then as never,
);
const reject = Promise.reject.bind(Promise);
const isPrototypeOf = uncurry<object, [value: unknown], boolean>(Object.prototype.isPrototypeOf as never);
const { prototype } = Promise;

/** What the platform hears of a rejection that nobody handled. */
export type ReportRejection = (error: Error) => void;

/** Jobs and promises. Calls nothing but the function references that it is given. */
export function createPromiseFunctions(report: ReportRejection = rejectUnhandled): JavascriptFunctions {
  return {
    microtask_queue(action: unknown, environment: unknown) {
      const run = callback("microtask_queue", action);
      queue(() => run(environment, undefined));
    },
    promise_is: (value: unknown) => isPrototypeOf(prototype, value),
    promise_then(
      promise: unknown,
      fulfilled: unknown,
      whenFulfilled: unknown,
      rejected: unknown,
      whenRejected: unknown,
    ) {
      if (!isPrototypeOf(prototype, promise)) throw argumentInvalid("promise_then", "a promise", promise);
      const onFulfilled = callback("promise_then", fulfilled);
      const onRejected = callback("promise_then", rejected);
      then(
        promise as Promise<unknown>,
        (value) => onFulfilled(whenFulfilled, value),
        (reason) => onRejected(whenRejected, reason),
      );
    },
    promise_reportRejection(name: unknown, message: unknown, stack: unknown) {
      const error = new RejectionError(text("promise_reportRejection", message));
      defineProperty(error, "name", { value: text("promise_reportRejection", name), configurable: true });
      defineProperty(error, "stack", { value: text("promise_reportRejection", stack), configurable: true });
      report(error);
    },
  };
}

/** The platform does what it always does with a rejection that nobody handles. */
function rejectUnhandled(error: Error): void {
  void reject(error);
}
