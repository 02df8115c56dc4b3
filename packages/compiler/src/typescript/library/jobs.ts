import { throwNotFunction } from "./not-callable.ts";

/** Something to do once the code that runs now has ended. */
export class Job {
  run: () => void;
  next: Job | undefined;

  /** @analyzedOnce */
  constructor(run: () => void, next: Job | undefined) {
    this.run = run;
    this.next = next;
  }
}

/**
 * Jobs that are linked the other way round.
 *
 * @analyzedOnce
 */
export function reversed(jobs: Job): Job | undefined {
  let first: Job | undefined = undefined;
  for (let job: Job | undefined = jobs; job !== undefined;) {
    const next: Job | undefined = job.next;
    job.next = first;
    first = job;
    job = next;
  }
  return first;
}

/**
 * Jobs in the order in which they are to run. Each takes its turn among JavaScript's own microtasks: for each there is a microtask, which runs
 * the job that has waited longest.
 */
class JobQueue {
  #first: Job | undefined = undefined;
  #last: Job | undefined = undefined;

  /** @analyzedOnce */
  add(job: Job): void {
    const last = this.#last;
    if ($isUndefined(last)) this.#first = job;
    else last!.next = job;
    this.#last = job;
    $js_microtask_queue(runNextJob);
  }

  /**
   * Adds jobs of which the last is to be run first.
   *
   * @analyzedOnce
   */
  addReversed(jobs: Job): void {
    for (let job = reversed(jobs); job !== undefined;) {
      const next: Job | undefined = job.next;
      job.next = undefined;
      this.add(job);
      job = next;
    }
  }

  /** @analyzedOnce */
  runNext(): void {
    const job = this.#first;
    if (job === undefined) return;
    this.#first = job.next;
    if (job.next === undefined) this.#last = undefined;
    job.run();
  }
}

/** The jobs of the program. */
export const jobs: JobQueue = new JobQueue();

function runNextJob(): void {
  jobs.runNext();
}

/**
 * Adds a job.
 *
 * @analyzedOnce
 */
export function addJob(run: () => void): void {
  jobs.add(new Job(run, undefined));
}

/** `queueMicrotask`. */
export function queueMicrotask(action: () => void): void {
  if (!$isFunction(action)) throwNotFunction(action);
  addJob(action);
}
