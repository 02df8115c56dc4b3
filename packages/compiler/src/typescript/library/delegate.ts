import { TypeError } from "./error.ts";
import { Generator } from "./generator.ts";
import { HostIterator } from "./host-iterator.ts";
import type { LibraryIterator, Step } from "./iteration.ts";
import { StepIterator, checkResult, iteratorOf } from "./iteration.ts";

/** Where `yield*` gets its values from. */
export class Delegate<T, R, N> {
  declare current: T;
  /** What `yield*` gives or, if `return` has ended it, what the generator does. */
  declare result: R;
  /** `return` has ended it. */
  left: boolean = false;
  ["@@source"]: LibraryIterator<T>;

  constructor(source: LibraryIterator<T>) {
    this["@@source"] = source;
  }

  /** Goes on to the next value with what the generator was sent; `false` at the end. */
  advance(sent: N, thrown: { error: unknown } | undefined, leaving: { value: R } | undefined): boolean {
    const source = this["@@source"];
    if ($isInstance(source, Generator)) {
      return this["@@inGenerator"]($asInstance<Generator<T, R, N>>(source, Generator), sent, thrown, leaving);
    } else if ($isInstance(source, StepIterator)) {
      return this["@@inIterator"](
        $asInstance<StepIterator<T>>(source, StepIterator)["@@iterated"],
        sent,
        thrown,
        leaving,
      );
    } else if ($isInstance(source, HostIterator)) {
      return this["@@inIterator"]($asInstance<Iterator<T>>(source, HostIterator), sent, thrown, leaving);
    } else {
      if ($isUndefined(thrown)) {
        if ($isUndefined(leaving)) {
          if (!source.step()) {
            this.result = undefined as R;
            return false;
          }
          this.current = source.current;
          return true;
        } else return this["@@leave"](leaving!.value);
      } else throw withoutThrow();
    }
  }

  ["@@inGenerator"](
    source: Generator<T, R, N>,
    sent: N,
    thrown: { error: unknown } | undefined,
    leaving: { value: R } | undefined,
  ): boolean {
    if ($isUndefined(thrown)) {
      if ($isUndefined(leaving)) {
        if (source["@@advance"](sent, undefined, undefined)) {
          this.current = source.current;
          return true;
        }
        this.result = source["@@takeResult"]() as R;
        return false;
      } else {
        if (this["@@take"](source.return(leaving!.value) as Step<T>)) return true;
        this.left = true;
        return false;
      }
    } else return this["@@take"](source.throw(thrown!.error) as Step<T>);
  }

  ["@@inIterator"](
    source: Iterator<T>,
    sent: N,
    thrown: { error: unknown } | undefined,
    leaving: { value: R } | undefined,
  ): boolean {
    if ($isUndefined(thrown)) {
      if ($isUndefined(leaving)) return this["@@take"](checkResult(source.next(sent as undefined)) as Step<T>);
      else {
        if (!$isFunction(source.return)) return this["@@leave"](leaving!.value);
        if (this["@@take"](checkResult(source.return!(leaving!.value)) as Step<T>)) return true;
        this.left = true;
        return false;
      }
    } else {
      if ($isFunction(source.throw)) return this["@@take"](checkResult(source.throw!(thrown!.error)) as Step<T>);
      if ($isFunction(source.return)) checkResult(source.return!());
      throw withoutThrow();
    }
  }

  ["@@take"](step: Step<T>): boolean {
    if (step.done) {
      this.result = step.value as unknown as R;
      return false;
    }
    this.current = step.value;
    return true;
  }

  ["@@leave"](value: R): boolean {
    this.result = value;
    this.left = true;
    return false;
  }
}

function withoutThrow(): TypeError {
  return new TypeError("The iterator does not provide a 'throw' method");
}

/** Begins `yield*`. */
export function delegateTo<T, R, N>(iterable: Iterable<T>): Delegate<T, R, N> {
  return new Delegate<T, R, N>(iteratorOf(iterable));
}
