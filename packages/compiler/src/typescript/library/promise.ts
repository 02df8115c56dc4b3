import { errorFromHost } from "./error-from-host.ts";
import { TypeError } from "./error.ts";
import { addJob } from "./jobs.ts";
import { FULFILLED, PENDING, PromiseCore } from "./promise-core.ts";
import type { Settled } from "./promise-combinators.ts";
import { promiseAll, promiseAllSettled, promiseAny, promiseRace } from "./promise-combinators.ts";
import { describeValue } from "./text.ts";

type Resolve<T> = (value: T | PromiseLike<T>) => void;
type Reject = (reason?: unknown) => void;
type Executor<T> = (resolve: Resolve<T>, reject: Reject) => void;

interface Resolvers<T> {
  promise: Promise<T>;
  resolve: Resolve<T>;
  reject: Reject;
}

/**
 * `Promise`. Jobs come in the order that ECMAScript prescribes. What waits for a promise is a function without parameters, which then looks at
 * the promise itself; for `await` it is what goes on with the waiting function.
 *
 * Methods that make promises of another type have type parameters of their own, so that these promises are kept apart.
 */
export class Promise<T> extends PromiseCore {
  declare ["@@value"]: T;

  /** The library makes promises with a number, which are settled from elsewhere. */
  constructor(executor: Executor<T> | number) {
    super();
    $asBase(this)["@@begin"]();
    if ($isNumber(executor)) return;
    else this["@@run"](executor as Executor<T>);
  }

  static ["@@call"](): never {
    throw new TypeError("Promise constructor cannot be invoked without 'new'");
  }

  static resolve<T>(value?: T | PromiseLike<T>): Promise<T> {
    return promiseOf(value as T);
  }

  static reject<T = never>(reason?: unknown): Promise<T> {
    const promise = new Promise<T>(0);
    $asBase(promise)["@@reject"](reason);
    return promise;
  }

  static withResolvers<T>(): Resolvers<T> {
    const promise = new Promise<T>(0);
    let open = true;
    return {
      promise,
      resolve: (value: T | PromiseLike<T>): void => {
        if (!open) return;
        open = false;
        promise["@@resolve"](value);
      },
      reject: (reason?: unknown): void => {
        if (!open) return;
        open = false;
        $asBase(promise)["@@reject"](reason);
      },
    };
  }

  static try<T, A extends unknown[]>(action: (...args: A) => T | PromiseLike<T>, ...args: A): Promise<T> {
    const promise = new Promise<T>(0);
    try {
      promise["@@resolve"](action(...args));
    } catch (error) {
      $asBase(promise)["@@reject"](error);
    }
    return promise;
  }

  static all<T>(values: Iterable<T | PromiseLike<T>>): Promise<T[]> {
    return promiseAll(values);
  }

  static allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<Settled<T>[]> {
    return promiseAllSettled(values);
  }

  static race<T>(values: Iterable<T | PromiseLike<T>>): Promise<T> {
    return promiseRace(values);
  }

  static any<T>(values: Iterable<T | PromiseLike<T>>): Promise<T> {
    return promiseAny(values);
  }

  get ["@@toStringTag"](): string {
    return "Promise";
  }

  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    const derived = new Promise<R1 | R2>(0);
    $asBase(this)["@@react"](() => {
      try {
        if (this["@@state"] === FULFILLED) {
          if ($isFunction(onFulfilled)) derived["@@resolve"](onFulfilled!(this["@@value"]));
          else derived["@@fulfill"](this["@@value"] as never);
        } else {
          if ($isFunction(onRejected)) derived["@@resolve"](onRejected!(this["@@reason"]));
          else $asBase(derived)["@@reject"](this["@@reason"]);
        }
      } catch (error) {
        $asBase(derived)["@@reject"](error);
      }
    });
    return derived;
  }

  catch<R = never>(onRejected?: ((reason: unknown) => R | PromiseLike<R>) | null): Promise<T | R> {
    return this.then(undefined, onRejected);
  }

  finally<_Own>(action?: (() => unknown) | null): Promise<T> {
    if ($isFunction(action)) {
      return this.then(
        (value) => promiseOf(action!()).then(() => value),
        (reason) =>
          promiseOf(action!()).then(() => {
            throw reason;
          }),
      );
    } else return this.then();
  }

  ["@@run"](executor: Executor<T>): void {
    if (!$isFunction(executor)) throw new TypeError(`Promise resolver ${describeValue(executor)} is not a function`);
    let open = true;
    try {
      executor(
        (value) => {
          if (!open) return;
          open = false;
          this["@@resolve"](value);
        },
        (reason) => {
          if (!open) return;
          open = false;
          $asBase(this)["@@reject"](reason);
        },
      );
    } catch (error) {
      if (!open) return;
      open = false;
      $asBase(this)["@@reject"](error);
    }
  }

  /** Has it end as the value does, if that is a promise or has a method `then`, else with the value. Does not throw. */
  ["@@resolve"](value: T | PromiseLike<T>): void {
    if ($isInstance(value, Promise)) {
      const other = $asInstance<Promise<T>>(value, Promise);
      if ($same(other, this))
        $asBase(this)["@@reject"](new TypeError("Chaining cycle detected for promise #<Promise>"));
      else addJob(() => $asBase(other)["@@react"](() => this["@@settleAs"](other)));
    } else {
      const plain = $exceptInstance<T>(value, Promise);
      if ($isObject(plain)) this["@@resolveObject"](plain);
      else if ($isHost(plain)) this["@@resolveHost"](plain);
      else this["@@fulfill"](plain);
    }
  }

  /** Has it end as a promise that has ended. */
  ["@@settleAs"](other: Promise<T>): void {
    if (other["@@state"] === FULFILLED) this["@@fulfill"](other["@@value"]);
    else $asBase(this)["@@reject"](other["@@reason"]);
  }

  ["@@resolveObject"](object: T): void {
    const thenable = object as T & { then?: (resolve: Resolve<T>, reject: Reject) => unknown };
    try {
      if ($isFunction(thenable.then)) {
        addJob(() => this["@@run"]((resolve, reject) => void thenable.then!(resolve, reject)));
      } else this["@@fulfill"](object);
    } catch (error) {
      $asBase(this)["@@reject"](error);
    }
  }

  ["@@resolveHost"](value: T): void {
    const host = value as unknown as $host;
    if ($js_promise_is(host)) addJob(() => this["@@follow"](host));
    else this["@@fulfill"](value);
  }

  /** Has it end as a promise of JavaScript's. */
  ["@@follow"](promise: $host): void {
    $js_promise_then(
      promise,
      (value) => this["@@fulfill"](value as unknown as T),
      (reason) => $asBase(this)["@@rejectWithHost"](reason),
    );
  }

  ["@@fulfillOnce"](value: T): void {
    if (this["@@state"] === PENDING) this["@@fulfill"](value);
  }

  ["@@fulfill"](value: T): void {
    this["@@value"] = value;
    $asBase(this)["@@fulfilled"]();
  }

  ["@@fulfillNow"](value: T): void {
    this["@@value"] = value;
    $asBase(this)["@@endNow"](FULFILLED);
  }

  /** What `await` gives once the promise has ended. */
  ["@@outcome"](): T {
    if (this["@@state"] !== FULFILLED) throw this["@@reason"];
    return this["@@value"];
  }
}

/** The value, if it is a promise, else one that ends as the value does. */
export function promiseOf<T>(value: T | PromiseLike<T>): Promise<T> {
  if ($isInstance(value, Promise)) return $asInstance<Promise<T>>(value, Promise);
  else return promiseOfOther($exceptInstance<T>(value, Promise));
}

function promiseOfOther<T>(value: T): Promise<T> {
  const promise = new Promise<T>(0);
  promise["@@resolve"](value);
  return promise;
}

/** What `await` waits for: as `promiseOf`, but goes on in the job in which a promise of JavaScript's ends. */
export function awaited<T>(value: T | PromiseLike<T>): Promise<T> {
  if ($isHost(value)) return awaitedHost(value as T);
  else return promiseOf(value);
}

function awaitedHost<T>(value: T): Promise<T> {
  const host = value as unknown as $host;
  const promise = new Promise<T>(0);
  if ($js_promise_is(host)) {
    $js_promise_then(
      host,
      (result) => promise["@@fulfillNow"](result as unknown as T),
      (reason) => $asBase(promise)["@@rejectNow"](errorFromHost(reason)),
    );
  } else promise["@@fulfill"](value);
  return promise;
}

/** A promise that ends when one of JavaScript's does, of which it hears by what it gives the executor. */
export function promiseFromHost<T>(
  executor: (fulfill: (value: T) => void, reject: (reason: unknown) => void) => void,
): Promise<T> {
  const promise = new Promise<T>(0);
  executor(
    (value) => promise["@@fulfillNow"](value),
    (reason) => $asBase(promise)["@@rejectNow"](reason),
  );
  return promise;
}

/** Has a promise of JavaScript's end when the promise does. */
export function observePromise<T>(
  promise: Promise<T>,
  fulfill: (value: T) => void,
  reject: (reason: unknown) => void,
): void {
  $asBase(promise)["@@observe"](() => {
    try {
      if (promise["@@state"] === FULFILLED) fulfill(promise["@@value"]);
      else reject(promise["@@reason"]);
    } catch (error) {
      reject(error);
    }
  });
}
