import type { Step } from "./iteration.ts";
import { LibraryIterator, createStep } from "./iteration.ts";

/** What an iterator of JavaScript is asked for; the host's border runtime knows the same numbers. */
const NEXT = 0;
const THROW = 1;
const RETURN = 2;
/** As `return`, of an iterator that need not have it. */
const CLOSE = 3;

/** Asks an iterator of JavaScript and sends it a value; whether there is one more. */
type Advance = (request: $int, sent?: unknown) => boolean;

/** An iterable of JavaScript: iterators are made when they are asked for. */
export class HostIterable<T, R, N> {
  ["@@open"]: () => HostIterator<T, R, N>;

  constructor(open: () => HostIterator<T, R, N>) {
    this["@@open"] = open;
  }

  ["@@iterator"](): HostIterator<T, R, N> {
    return this["@@open"]();
  }
}

/** An iterator of JavaScript, which goes on when it is asked to. */
export class HostIterator<T, R, N> extends LibraryIterator<T> {
  ["@@advance"]: Advance;
  /** What the iterator has given last, if it is not the end. */
  ["@@value"]: () => T;
  /** What it has given at the end. */
  ["@@result"]: () => R;

  constructor(advance: Advance, value: () => T, result: () => R) {
    super();
    this["@@advance"] = advance;
    this["@@value"] = value;
    this["@@result"] = result;
  }

  override step(): boolean {
    if (!this["@@advance"](NEXT)) return false;
    this.current = this["@@value"]();
    return true;
  }

  override next(sent?: N): Step<T | undefined> {
    return this["@@answer"](NEXT, sent) as Step<T | undefined>;
  }

  throw(error: unknown): Step<T | R> {
    return this["@@answer"](THROW, error);
  }

  return(value?: R): Step<T | R> {
    return this["@@answer"](RETURN, value);
  }

  override ["@@close"](): void {
    this["@@advance"](CLOSE);
  }

  ["@@answer"](request: $int, sent: unknown): Step<T | R> {
    if (this["@@advance"](request, sent)) return createStep<T | R>(this["@@value"](), false);
    return createStep<T | R>(this["@@result"](), true);
  }
}

/** An asynchronous iterable or iterator of JavaScript. */
export class HostAsyncIterator<T, R, N> {
  ["@@open"]: () => HostAsyncIterator<T, R, N>;
  ["@@advance"]: (request: $int, sent: unknown) => Promise<Step<T | R | undefined>>;

  constructor(
    open: () => HostAsyncIterator<T, R, N>,
    advance: (request: $int, sent: unknown) => Promise<Step<T | R | undefined>>,
  ) {
    this["@@open"] = open;
    this["@@advance"] = advance;
  }

  ["@@asyncIterator"](): HostAsyncIterator<T, R, N> {
    return this["@@open"]();
  }

  next(sent?: N): Promise<Step<T | R | undefined>> {
    return this["@@advance"](NEXT, sent);
  }

  throw(error: unknown): Promise<Step<T | R | undefined>> {
    return this["@@advance"](THROW, error);
  }

  return(value?: R): Promise<Step<T | R | undefined>> {
    return this["@@advance"](RETURN, value);
  }
}
