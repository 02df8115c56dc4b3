import { errorFromHost } from "./error-from-host.ts";
import { Job, addJob, jobs } from "./jobs.ts";
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
  declare ["@@handled"]: boolean;
  /** Once the platform has been told that nobody handles the rejection. */
  declare ["@@report"]: $host | undefined;

  /** @analyzedOnce */
  ["@@begin"](): void {
    this["@@state"] = PENDING;
    this["@@reactions"] = undefined;
    this["@@handled"] = false;
    this["@@report"] = undefined;
  }

  /**
   * It has been fulfilled; the value is there.
   *
   * @analyzedOnce
   */
  ["@@fulfilled"](): void {
    this["@@state"] = FULFILLED;
    const reactions = this["@@reactions"];
    if (reactions !== undefined) this["@@release"](reactions);
  }

  /** @analyzedOnce */
  ["@@reject"](reason: unknown): void {
    this["@@state"] = REJECTED;
    this["@@reason"] = reason;
    const reactions = this["@@reactions"];
    if (reactions !== undefined) this["@@release"](reactions);
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
  ["@@release"](reactions: Job): void {
    this["@@reactions"] = undefined;
    jobs.addReversed(reactions);
  }

  /**
   * Runs the function once the promise has ended.
   *
   * @analyzedOnce
   */
  ["@@react"](run: () => void): void {
    if (this["@@state"] === PENDING) this["@@reactions"] = new Job(run, this["@@reactions"]);
    else addJob(run);
    if (this["@@handled"]) return;
    this["@@handled"] = true;
    const report = this["@@report"];
    if (report !== undefined) $js_promise_handled(report);
  }

  /**
   * Goes on at once with what waits.
   *
   * @analyzedOnce
   */
  ["@@endNow"](state: $int): void {
    this["@@state"] = state;
    const reaction = this["@@reactions"];
    this["@@reactions"] = undefined;
    if (reaction !== undefined) reaction.run();
  }

  /**
   * Ends as a promise of JavaScript's that is awaited, in the job in which that one does.
   *
   * @analyzedOnce
   */
  ["@@endWithHost"](reason: $host): void {
    this["@@reason"] = errorFromHost(reason);
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
