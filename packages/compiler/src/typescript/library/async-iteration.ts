import { TypeError } from "./error.ts";
import { Generator } from "./generator.ts";
import { HostIterator } from "./host-iterator.ts";
import type { LibraryIterator, Step } from "./iteration.ts";
import { IteratorHelper, StepIterator, checkResult, closeIterator, createStep, iteratorOf } from "./iteration.ts";
import { Promise, promiseOf } from "./promise.ts";

interface AsyncIterated<T> {
  ["@@asyncIterator"]?(): AsyncIterator<T>;
}

/** The values of an iterator, each awaited. */
export class AsyncFromSyncIterator<T> {
  ["@@source"]: LibraryIterator<T>;

  constructor(source: LibraryIterator<T>) {
    this["@@source"] = source;
  }

  next(): Promise<Step<T | undefined>> {
    try {
      const source = this["@@source"];
      if (source.step()) return promiseOf(source.current).then((value) => createStep<T | undefined>(value, false));
      return promiseOf<undefined>(undefined).then(() => createStep<T | undefined>(undefined, true));
    } catch (error) {
      return Promise.reject<Step<T | undefined>>(error);
    }
  }

  return(): Promise<Step<T | undefined>> {
    try {
      const source = this["@@source"];
      if (!hasReturn(source)) return Promise.resolve(createStep<T | undefined>(undefined, true));
      closeIterator(source);
      return promiseOf<undefined>(undefined).then(() => createStep<T | undefined>(undefined, true));
    } catch (error) {
      return Promise.reject<Step<T | undefined>>(error);
    }
  }
}

/** Whether an iterator has a method `return`. */
function hasReturn(iterator: LibraryIterator<unknown>): boolean {
  if ($isInstance(iterator, Generator)) return true;
  else if ($isInstance(iterator, HostIterator)) return true;
  else if ($isInstance(iterator, IteratorHelper)) return true;
  else if ($isInstance(iterator, StepIterator)) {
    return $isFunction($asInstance<StepIterator<unknown>>(iterator, StepIterator)["@@iterated"].return);
  } else return false;
}

/** An iterator over what `for await` takes. */
export function asyncIteratorOf<T>(iterable: AsyncIterated<T> | Iterable<T>): AsyncIterator<T> {
  if ($isString(iterable)) return fromSync(iterable as Iterable<T>);
  else {
    const method = (iterable as AsyncIterated<T>)["@@asyncIterator"];
    if ($isUndefined(method)) return fromSync(iterable as Iterable<T>);
    else return (iterable as AsyncIterated<T>)["@@asyncIterator"]!();
  }
}

function fromSync<T>(iterable: Iterable<T>): AsyncIterator<T> {
  return new AsyncFromSyncIterator<T>(iteratorOf(iterable)) as unknown as AsyncIterator<T>;
}

/** Whether the result of an iterator, which must be an object, says that there is no more. */
export function isDone(result: { done?: boolean }): boolean {
  return !!checkResult(result).done;
}

/** Whether an iterator wants to hear when no more is wanted. */
export function isClosable(iterator: AsyncIterator<unknown>): boolean {
  return $isFunction(iterator.return);
}

/** Where `yield*` of an async generator gets its values from. */
export class AsyncDelegate<T, R, N> {
  declare current: T;
  /** What `yield*` gives or, if `return` has ended it, what the generator does. */
  declare result: R;
  /** `return` has ended it. */
  left: boolean = false;
  ["@@source"]: AsyncIterator<T, R, N>;
  ["@@leaves"]: boolean = false;
  ["@@lacksReturn"]: boolean = false;

  constructor(source: AsyncIterator<T, R, N>) {
    this["@@source"] = source;
  }

  /** Asks for the next value with what the generator was sent; the answer, awaited, is for `take`. */
  send(sent: N, thrown: { error: unknown } | undefined, leaving: { value: R } | undefined): unknown {
    const source = this["@@source"];
    if ($isUndefined(thrown)) {
      if ($isUndefined(leaving)) return source.next(sent);
      else {
        this["@@leaves"] = true;
        if ($isFunction(source.return)) return source.return!(leaving!.value);
        this["@@lacksReturn"] = true;
        return leaving!.value;
      }
    } else {
      if ($isFunction(source.throw)) return source.throw!(thrown!.error);
      if ($isFunction(source.return)) void source.return!();
      throw new TypeError("The iterator does not provide a 'throw' method");
    }
  }

  /** Takes an answer; `false` if it was the last. */
  take(answer: unknown): boolean {
    const leaves = this["@@leaves"];
    this["@@leaves"] = false;
    if (this["@@lacksReturn"]) {
      this.result = answer as R;
      this.left = true;
      return false;
    }
    const step = checkResult(answer) as Step<T>;
    if (step.done) {
      this.result = step.value as unknown as R;
      this.left = leaves;
      return false;
    }
    this.current = step.value;
    return true;
  }
}

/** Begins `yield*` in an async generator. */
export function asyncDelegateTo<T, R, N>(iterable: AsyncIterated<T> | Iterable<T>): AsyncDelegate<T, R, N> {
  return new AsyncDelegate<T, R, N>(asyncIteratorOf(iterable) as AsyncIterator<T, R, N>);
}
