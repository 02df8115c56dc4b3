import { Leaving, Thrown } from "./generator.ts";
import type { Step } from "./iteration.ts";
import { createStep } from "./iteration.ts";
import { REJECTED } from "./promise-core.ts";
import { Promise, promiseOf } from "./promise.ts";

/** A call of `next`, `throw` or `return` that waits for its turn. */
class Request<T, R, N> {
  promise: Promise<Step<T | R | undefined>>;
  sent: N;
  thrown: Thrown<unknown> | undefined;
  leaving: Leaving<R> | undefined;
  next: Request<T, R, N> | undefined = undefined;

  constructor(
    promise: Promise<Step<T | R | undefined>>,
    sent: N,
    thrown: Thrown<unknown> | undefined,
    leaving: Leaving<R> | undefined,
  ) {
    this.promise = promise;
    this.sent = sent;
    this.thrown = thrown;
    this.leaving = leaving;
  }
}

const BEFORE_START = 0;
const WAITING = 1;
/** Its code runs, or awaits something. */
const BUSY = 2;
/** Its code has ended; calls that came before are being answered. */
const DRAINING = 3;
const ENDED = 4;

/** What an async generator function gives. Its code, as the compiler has made it, is run from stop to stop by `@@resume`. */
export class AsyncGenerator<T, R, N> {
  declare ["@@resume"]: () => void;
  declare ["@@sent"]: N;
  ["@@thrown"]: Thrown<unknown> | undefined = undefined;
  ["@@leaving"]: Leaving<R> | undefined = undefined;
  ["@@state"]: $int = BEFORE_START;
  ["@@first"]: Request<T, R, N> | undefined = undefined;
  ["@@last"]: Request<T, R, N> | undefined = undefined;

  get ["@@toStringTag"](): string {
    return "AsyncGenerator";
  }

  ["@@asyncIterator"](): this {
    return this;
  }

  next(sent?: N): Promise<Step<T | R | undefined>> {
    const promise = new Promise<Step<T | R | undefined>>(0);
    const state = this["@@state"];
    if (state === ENDED) promise["@@fulfill"](createStep<T | R | undefined>(undefined, true));
    else {
      this["@@request"](new Request<T, R, N>(promise, sent as N, undefined, undefined));
      if (state === BEFORE_START || state === WAITING) this["@@continue"]();
    }
    return promise;
  }

  throw(error?: unknown): Promise<Step<T | R | undefined>> {
    const promise = new Promise<Step<T | R | undefined>>(0);
    if (this["@@state"] === BEFORE_START) this["@@state"] = ENDED;
    const state = this["@@state"];
    if (state === ENDED) $asBase(promise)["@@reject"](error);
    else {
      this["@@request"](new Request<T, R, N>(promise, undefined as N, new Thrown(error), undefined));
      if (state === WAITING) this["@@continue"]();
    }
    return promise;
  }

  return(value?: R | PromiseLike<R>): Promise<Step<T | R | undefined>> {
    const promise = new Promise<Step<T | R | undefined>>(0);
    const state = this["@@state"];
    this["@@request"](new Request<T, R, N>(promise, undefined as N, undefined, new Leaving(value as R)));
    if (state === BEFORE_START || state === ENDED) this["@@awaitReturn"](value as R);
    else if (state === WAITING) this["@@continue"]();
    return promise;
  }

  /** Gives the generator its code. */
  ["@@begin"](resume: () => void): void {
    this["@@resume"] = resume;
  }

  ["@@request"](request: Request<T, R, N>): void {
    const last = this["@@last"];
    if (last === undefined) this["@@first"] = request;
    else last.next = request;
    this["@@last"] = request;
  }

  /** Goes on with the code, for the call that waits longest. */
  ["@@continue"](): void {
    const request = this["@@first"]!;
    this["@@state"] = BUSY;
    this["@@sent"] = request.sent;
    this["@@thrown"] = request.thrown;
    this["@@leaving"] = request.leaving;
    this["@@resume"]();
  }

  /** The promise of the call that is answered now. */
  ["@@take"](): Promise<Step<T | R | undefined>> {
    const request = this["@@first"]!;
    const { next } = request;
    this["@@first"] = next;
    if (next === undefined) this["@@last"] = undefined;
    return request.promise;
  }

  /** The code has come to a `yield`. */
  ["@@yield"](value: T): void {
    this["@@take"]()["@@fulfill"](createStep<T | R | undefined>(value, false));
    if (this["@@first"] === undefined) this["@@state"] = WAITING;
    else this["@@continue"]();
  }

  /** The code has ended with a value. */
  ["@@finish"](value: R): void {
    this["@@take"]()["@@fulfill"](createStep<T | R | undefined>(value, true));
    this["@@drain"]();
  }

  /** The code has thrown. */
  ["@@fail"](error: unknown): void {
    $asBase(this["@@take"]())["@@reject"](error);
    this["@@drain"]();
  }

  /** Answers calls that came before the end. */
  ["@@drain"](): void {
    this["@@state"] = DRAINING;
    for (let request = this["@@first"]; request !== undefined; request = this["@@first"]) {
      const { leaving, thrown } = request;
      if (leaving !== undefined) return this["@@awaitReturn"](leaving.value);
      const promise = this["@@take"]();
      if (thrown !== undefined) $asBase(promise)["@@reject"](thrown.error);
      else promise["@@fulfill"](createStep<T | R | undefined>(undefined, true));
    }
    this["@@state"] = ENDED;
  }

  /** Answers a call of `return` once what it was given has ended. */
  ["@@awaitReturn"](value: R): void {
    this["@@state"] = DRAINING;
    const given = promiseOf(value);
    $asBase(given)["@@react"](() => {
      const promise = this["@@take"]();
      if (given["@@state"] === REJECTED) $asBase(promise)["@@reject"](given["@@reason"]);
      else promise["@@fulfill"](createStep<T | R | undefined>(given["@@value"], true));
      this["@@drain"]();
    });
  }
}
