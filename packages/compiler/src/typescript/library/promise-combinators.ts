import { AggregateError } from "./aggregate-error.ts";
import { REJECTED } from "./promise-core.ts";
import { Promise, promiseOf } from "./promise.ts";

/** How a promise has ended. */
export interface Settled<T> {
  status: "fulfilled" | "rejected";
  value?: T;
  reason?: unknown;
}

/** `Promise.all`. */
export function promiseAll<T>(values: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const promise = new Promise<T[]>(0);
  const results: T[] = [];
  let left = 1;
  let count = 0;
  const settle = (): void => {
    if (--left === 0) promise["@@fulfill"](results);
  };
  try {
    for (const value of values) {
      const index = count++;
      const item = promiseOf(value);
      left++;
      $arraySetLength(results, count);
      $asBase(item)["@@react"](() => {
        if (item["@@state"] === REJECTED) $asBase(promise)["@@rejectOnce"](item["@@reason"]);
        else {
          $arraySet(results, index, item["@@value"]);
          settle();
        }
      });
    }
    settle();
  } catch (error) {
    $asBase(promise)["@@rejectOnce"](error);
  }
  return promise;
}

/** `Promise.allSettled`. */
export function promiseAllSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<Settled<T>[]> {
  const promise = new Promise<Settled<T>[]>(0);
  const results: Settled<T>[] = [];
  let left = 1;
  let count = 0;
  const settle = (): void => {
    if (--left === 0) promise["@@fulfill"](results);
  };
  try {
    for (const value of values) {
      const index = count++;
      const item = promiseOf(value);
      left++;
      $arraySetLength(results, count);
      $asBase(item)["@@react"](() => {
        const result: Settled<T> =
          item["@@state"] === REJECTED
            ? { status: "rejected", reason: item["@@reason"] }
            : { status: "fulfilled", value: item["@@value"] };
        $arraySet(results, index, result);
        settle();
      });
    }
    settle();
  } catch (error) {
    $asBase(promise)["@@rejectOnce"](error);
  }
  return promise;
}

/** `Promise.race`. */
export function promiseRace<T>(values: Iterable<T | PromiseLike<T>>): Promise<T> {
  const promise = new Promise<T>(0);
  try {
    for (const value of values) {
      const item = promiseOf(value);
      $asBase(item)["@@react"](() => {
        if (item["@@state"] === REJECTED) $asBase(promise)["@@rejectOnce"](item["@@reason"]);
        else promise["@@fulfillOnce"](item["@@value"]);
      });
    }
  } catch (error) {
    $asBase(promise)["@@rejectOnce"](error);
  }
  return promise;
}

/** `Promise.any`. */
export function promiseAny<T>(values: Iterable<T | PromiseLike<T>>): Promise<T> {
  const promise = new Promise<T>(0);
  const errors: unknown[] = [];
  let left = 1;
  let count = 0;
  const settle = (): void => {
    if (--left === 0) $asBase(promise)["@@rejectOnce"](new AggregateError(errors, "All promises were rejected"));
  };
  try {
    for (const value of values) {
      const index = count++;
      const item = promiseOf(value);
      left++;
      $arrayPush(errors, undefined);
      $asBase(item)["@@react"](() => {
        if (item["@@state"] === REJECTED) {
          $arraySet(errors, index, item["@@reason"]);
          settle();
        } else promise["@@fulfillOnce"](item["@@value"]);
      });
    }
    settle();
  } catch (error) {
    $asBase(promise)["@@rejectOnce"](error);
  }
  return promise;
}
