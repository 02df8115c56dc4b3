import { TypeError } from "./error.ts";
import { Generator } from "./generator.ts";
import type { Step } from "./iteration.ts";
import { IteratorHelper } from "./iterator-helpers.ts";
import { ArrayIterator, LibraryIterator, StringIterator, createStep } from "./iteration.ts";
import { isObjectLike } from "./primitive.ts";
import { describeValue } from "./text.ts";

interface Iterated<T> {
  ["@@iterator"](): Iterator<T>;
}

/** An iterator of the program's own, stepped like one of the library. */
export class StepIterator<T> extends LibraryIterator<T> {
  ["@@iterated"]: Iterator<T>;

  constructor(iterator: Iterator<T>) {
    super();
    this["@@iterated"] = iterator;
  }

  override step(): boolean {
    const result = checkResult(this["@@iterated"].next());
    if (result.done) return false;
    this.current = result.value;
    return true;
  }

  ["@@close"](): void {
    const iterator = this["@@iterated"];
    if ($isFunction(iterator.return)) checkResult(iterator.return!());
  }
}

/** An iterator of the program's own that has been given to `Iterator.from`. */
class WrappedIterator<T> extends StepIterator<T> {
  return(): unknown {
    const iterator = this["@@iterated"];
    return $isFunction(iterator.return) ? iterator.return!() : createStep(undefined, true);
  }
}

/** `Iterator.from` */
export function wrapIterator<T>(source: Iterable<T> | Iterator<T>): LibraryIterator<T> {
  if ($isString(source)) return new StringIterator($asString(source)) as unknown as LibraryIterator<T>;
  if (!isObjectLike(source)) throw new TypeError(`${describeValue(source)} is not an object`);
  if ($isArray(source)) return new ArrayIterator<T>($asArray<T>(source));
  else if ($isUndefined((source as unknown as Partial<Iterated<T>>)["@@iterator"]))
    return wrapped(source as Iterator<T>);
  else return wrapped((source as unknown as Iterated<T>)["@@iterator"]());
}

function wrapped<T>(iterator: Iterator<T>): LibraryIterator<T> {
  if ($isInstance(iterator, LibraryIterator)) return $asInstance<LibraryIterator<T>>(iterator, LibraryIterator);
  else return new WrappedIterator<T>($exceptInstance<Iterator<T>>(iterator, LibraryIterator));
}

/** What an iterator's method has given, which must be an object. */
export function checkResult<Result>(result: Result): Result {
  if (!isObjectLike(result)) throw new TypeError(`Iterator result ${describeValue(result)} is not an object`);
  return result;
}

/** An iterator over what `for…of` takes. */
export function iteratorOf<T>(iterable: Iterable<T>): LibraryIterator<T> {
  if ($isArray(iterable)) return new ArrayIterator<T>($asArray<T>(iterable));
  else if ($isString(iterable)) return new StringIterator($asString(iterable)) as unknown as LibraryIterator<T>;
  else return stepsOf((iterable as unknown as Iterated<T>)["@@iterator"]());
}

function stepsOf<T>(iterator: Iterator<T>): LibraryIterator<T> {
  if ($isInstance(iterator, LibraryIterator)) return $asInstance<LibraryIterator<T>>(iterator, LibraryIterator);
  else return new StepIterator<T>($exceptInstance<Iterator<T>>(iterator, LibraryIterator));
}

/** Whether an iterator has a method `return`. */
export function hasReturn(iterator: LibraryIterator<unknown>): boolean {
  if ($isInstance(iterator, Generator)) return true;
  else if ($isInstance(iterator, IteratorHelper)) return true;
  else if ($isInstance(iterator, StepIterator)) {
    return $isFunction($asInstance<StepIterator<unknown>>(iterator, StepIterator)["@@iterated"].return);
  } else return false;
}

/** Tells an iterator that no more is wanted. */
export function closeIterator(iterator: LibraryIterator<unknown>): void {
  if ($isInstance(iterator, Generator)) {
    $asInstance<Generator<unknown, undefined, unknown>>(iterator, Generator).return(undefined);
  } else if ($isInstance(iterator, IteratorHelper)) {
    $asInstance<IteratorHelper<unknown, unknown>>(iterator, IteratorHelper).return();
  } else if ($isInstance(iterator, StepIterator)) {
    $asInstance<StepIterator<unknown>>(iterator, StepIterator)["@@close"]();
  }
}

/** Tells an iterator that no more is wanted because something has been thrown, which counts for more than what it throws itself. */
export function closeAfterThrow(iterator: LibraryIterator<unknown>): void {
  try {
    closeIterator(iterator);
  } catch {
    return;
  }
}

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
