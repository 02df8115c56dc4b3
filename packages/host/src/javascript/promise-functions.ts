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
const resolved = Promise.resolve();
const isPrototypeOf = uncurry<object, [value: unknown], boolean>(Object.prototype.isPrototypeOf as never);
const { prototype } = Promise;
const Promises = WeakSet<object>;
const remember = uncurry<WeakSet<object>, [promise: object], unknown>(WeakSet.prototype.add as never);
const isRemembered = uncurry<WeakSet<object>, [value: unknown], boolean>(WeakSet.prototype.has as never);

/** Hears of a rejection that nobody has handled. Without it the platform does what it always does with those. */
export type ReportRejection = (error: Error) => void;

/** Runs jobs of the guest, which the platform begins and no call. */
export interface JobRunner {
  /** Whom what runs now belongs to: what follows from it does as well. */
  caller(): unknown;
  run(job: () => void, caller: unknown): void;
}

const simple: JobRunner = { caller: () => undefined, run: (job) => job() };

/** Jobs and promises. Calls nothing but the function references that it is given. */
export function createPromiseFunctions(report?: ReportRejection, runner: JobRunner = simple): JavascriptFunctions {
  const rejections = new Promises();
  // A guest has one function for all of its jobs, as a rule: what calls it is kept.
  let queued: { action: unknown; environment: unknown; caller: unknown; run: Settled } = {
    action: undefined,
    environment: undefined,
    caller: undefined,
    run: ignore,
  };
  return {
    microtask_queue(action: unknown, environment: unknown) {
      const caller = runner.caller();
      if (action !== queued.action || environment !== queued.environment || caller !== queued.caller) {
        const job = callback("microtask_queue", action);
        queued = { action, environment, caller, run: createJob(runner, caller, () => job(environment, undefined)) };
      }
      then(resolved, queued.run, ignore);
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
      const caller = runner.caller();
      then(
        promise as Promise<unknown>,
        (value) => runner.run(() => onFulfilled(whenFulfilled, value), caller),
        (reason) => runner.run(() => onRejected(whenRejected, reason), caller),
      );
    },
    promise_reject(name: unknown, message: unknown, stack: unknown) {
      const error = new RejectionError(text("promise_reject", message));
      defineProperty(error, "name", { value: text("promise_reject", name), configurable: true });
      defineProperty(error, "stack", { value: text("promise_reject", stack), configurable: true });
      const rejected = reject(error);
      if (report) {
        // The guest has waited before it told of the rejection: if it handles it later, that is reported as well.
        then(rejected, ignore, ignore);
        report(error);
      }
      remember(rejections, rejected);
      return rejected;
    },
    promise_handled(promise: unknown) {
      if (!isRemembered(rejections, promise)) throw argumentInvalid("promise_handled", "a rejection", promise);
      then(promise as Promise<unknown>, ignore, ignore);
    },
  };
}

/** A promise's reaction is a microtask that costs less than `queueMicrotask`. What the job throws becomes an uncaught exception all the same. */
function createJob(runner: JobRunner, caller: unknown, job: () => void): Settled {
  return () => {
    try {
      runner.run(job, caller);
    } catch (error) {
      queue(() => {
        throw error;
      });
    }
  };
}

function ignore(): void {}
