import { TypeError } from "./error.ts";
import type { Step } from "./iteration.ts";
import { LibraryIterator, createStep } from "./iteration.ts";

/** What `throw` sends into a generator. */
export class Thrown<E> {
  error: E;

  constructor(error: E) {
    this.error = error;
  }
}

/** What `return` sends into a generator. */
export class Leaving<R> {
  value: R;

  constructor(value: R) {
    this.value = value;
  }
}

/**
 * The body of a generator as the compiler has made it: runs until the next `yield`, which sets `current`; `false` at the end, with the result. At most one of
 * what `throw` and `return` send is there; if neither, `yield` gives what `next` was given.
 */
type Resume<T, R, N> = (
  generator: Generator<T, R, N>,
  sent: N,
  thrown: Thrown<unknown> | undefined,
  leaving: Leaving<R> | undefined,
) => boolean;

const BEFORE_START = 0;
const WAITING = 1;
const RUNNING = 2;
const ENDED = 3;

/** What a generator function gives. */
export class Generator<T, R, N> extends LibraryIterator<T> {
  ["@@result"]: R | undefined = undefined;
  ["@@state"]: $int = BEFORE_START;
  ["@@resume"]: Resume<T, R, N>;

  constructor(resume: Resume<T, R, N>) {
    super();
    this["@@resume"] = resume;
  }

  get ["@@toStringTag"](): string {
    return "Generator";
  }

  override step(): boolean {
    return this["@@advance"](undefined as N, undefined, undefined);
  }

  override next(sent?: N): Step<T | undefined> {
    if (this["@@advance"](sent as N, undefined, undefined)) return createStep<T | undefined>(this.current, false);
    return createStep<T | undefined>(this["@@takeResult"]() as T | undefined, true);
  }

  return(value?: R): Step<T | R | undefined> {
    const state = this["@@state"];
    if (state === BEFORE_START || state === ENDED) {
      this["@@state"] = ENDED;
      return createStep<T | R | undefined>(value, true);
    }
    if (this["@@advance"](undefined as N, undefined, new Leaving<R>(value as R))) {
      return createStep<T | R | undefined>(this.current, false);
    }
    return createStep<T | R | undefined>(this["@@takeResult"](), true);
  }

  throw(error: unknown): Step<T | R | undefined> {
    const state = this["@@state"];
    if (state === BEFORE_START || state === ENDED) {
      this["@@state"] = ENDED;
      throw error;
    }
    if (this["@@advance"](undefined as N, new Thrown(error), undefined)) {
      return createStep<T | R | undefined>(this.current, false);
    }
    return createStep<T | R | undefined>(this["@@takeResult"](), true);
  }

  override ["@@close"](): void {
    this.return(undefined);
  }

  /** What `return` in its code has given; only once, afterwards it is `undefined`. */
  ["@@takeResult"](): R | undefined {
    const result = this["@@result"];
    this["@@result"] = undefined;
    return result;
  }

  ["@@advance"](sent: N, thrown: Thrown<unknown> | undefined, leaving: Leaving<R> | undefined): boolean {
    const state = this["@@state"];
    if (state === ENDED) return false;
    if (state === RUNNING) throw new TypeError("Generator is already running");
    this["@@state"] = RUNNING;
    let more = false;
    try {
      more = this["@@resume"](this, sent, thrown, leaving);
    } finally {
      this["@@state"] = more ? WAITING : ENDED;
    }
    return more;
  }
}
