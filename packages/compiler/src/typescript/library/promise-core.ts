import { errorFromHost } from "./error-from-host.ts";
import { Job, addJob, jobs, reversed } from "./jobs.ts";
import { reportRejection } from "./rejection.ts";

/** States of a promise. */
export const PENDING = 0;
export const FULFILLED = 1;
export const REJECTED = 2;

/**
 * What all promises have, whatever they end with. It is used through `$asBase`, so that its methods are analysed once for all promises.
 * What waits for a promise is a function without parameters, which then looks at the promise itself.
 */
export class PromiseCore {
  declare ["@@state"]: $int;
  declare ["@@reason"]: unknown;
  /** What waits, the last first. */
  declare ["@@reactions"]: Job | undefined;
  /** What is to happen at once when it ends, before anything that waits. */
  declare ["@@observers"]: Job | undefined;
  declare ["@@handled"]: boolean;
  /** Once the platform has been told that nobody handles the rejection. */
  declare ["@@report"]: $host | undefined;

  /** @analyzedOnce */
  ["@@begin"](): void {
    this["@@state"] = PENDING;
    this["@@reactions"] = undefined;
    this["@@observers"] = undefined;
    this["@@handled"] = false;
    this["@@report"] = undefined;
  }

  /**
   * It has been fulfilled; the value is there.
   *
   * @analyzedOnce
   */
  ["@@fulfilled"](): void {
    this["@@end"](FULFILLED);
  }

  /** @analyzedOnce */
  ["@@reject"](reason: unknown): void {
    this["@@reason"] = reason;
    this["@@end"](REJECTED);
    if (!this["@@handled"]) addJob(() => this["@@checkHandled"]());
  }

  /** @analyzedOnce */
  ["@@rejectOnce"](reason: unknown): void {
    if (this["@@state"] === PENDING) this["@@reject"](reason);
  }

  /**
   * Lets go what waits.
   *
   * @analyzedOnce
   */
  ["@@end"](state: $int): void {
    this["@@state"] = state;
    this["@@notify"]();
    const reactions = this["@@reactions"];
    if (reactions === undefined) return;
    this["@@reactions"] = undefined;
    jobs.addReversed(reactions);
  }

  /** @analyzedOnce */
  ["@@notify"](): void {
    const observers = this["@@observers"];
    if (observers === undefined) return;
    this["@@observers"] = undefined;
    for (let job = reversed(observers); job !== undefined; job = job.next) job.run();
  }

  /**
   * Runs the function when the promise ends, or at once if it has.
   *
   * @analyzedOnce
   */
  ["@@observe"](run: () => void): void {
    this["@@handle"]();
    if (this["@@state"] === PENDING) this["@@observers"] = new Job(run, this["@@observers"]);
    else run();
  }

  /**
   * Runs the function once the promise has ended.
   *
   * @analyzedOnce
   */
  ["@@react"](run: () => void): void {
    if (this["@@state"] === PENDING) this["@@reactions"] = new Job(run, this["@@reactions"]);
    else addJob(run);
    this["@@handle"]();
  }

  /** @analyzedOnce */
  ["@@handle"](): void {
    if (this["@@handled"]) return;
    this["@@handled"] = true;
    const report = this["@@report"];
    if (report !== undefined) $js_promise_handled(report);
  }

  /**
   * Ends as a promise of JavaScript's has, and goes on with what waits in the job in which that one tells of it.
   *
   * @analyzedOnce
   */
  ["@@endNow"](state: $int): void {
    this["@@state"] = state;
    this["@@notify"]();
    const reactions = this["@@reactions"];
    if (reactions !== undefined) {
      this["@@reactions"] = undefined;
      for (let job = reversed(reactions); job !== undefined; job = job.next) job.run();
    }
    if (state === REJECTED && !this["@@handled"]) addJob(() => this["@@checkHandled"]());
  }

  /** @analyzedOnce */
  ["@@rejectNow"](reason: unknown): void {
    this["@@reason"] = reason;
    this["@@endNow"](REJECTED);
  }

  /** @analyzedOnce */
  ["@@rejectWithHost"](reason: $host): void {
    this["@@reject"](errorFromHost(reason));
  }

  /** @analyzedOnce */
  ["@@checkHandled"](): void {
    if (!this["@@handled"]) this["@@report"] = reportRejection(this["@@reason"]);
  }
}
