import type { BorderTypeDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import type { Method } from "./calls.ts";
import { createMethod } from "./calls.ts";
import { Mismatch } from "./mismatch.ts";
import { PairCodec } from "./pair-codec.ts";

type IterableType = Extract<BorderTypeDescription, { type: "iterable" }>;

/** Iterables: those of the module are iterable, those of JavaScript are read to their end and passed as arrays. */
export class IterableCodec extends PairCodec {
  readonly name = "an iterable";

  get description(): IterableType {
    return this.border.type(this.type) as IterableType;
  }

  accepts(value: unknown): boolean {
    if (typeof value === "string") return true;
    return typeof value === "object" && value !== null && Symbol.iterator in value;
  }

  override toGuest(value: unknown): unknown {
    const { array } = this.description;
    if (this.find(value) || array === undefined) return super.toGuest(value);
    if (!this.accepts(value)) throw new Mismatch(this.name, value);
    return this.border.codec(array).toGuest(Array.isArray(value) ? value : [...(value as Iterable<unknown>)]);
  }

  make(value: object): object {
    throw new Mismatch(this.name, value);
  }

  view(reference: object): object {
    const { border, type } = this;
    const iterator = border.operation(type, "iterator");
    const open = (): GuestIterator =>
      createIterator(
        border,
        this.description,
        (iterator ? border.call(iterator.name)(reference) : reference) as object,
      );
    let own: GuestIterator | undefined;
    const value: object = Object.create(iteratorPrototype);
    const steps = {
      next: (given?: unknown) => (own ??= open()).next(given),
      return: (given?: unknown) => (own ??= open()).return(given),
      throw: (error?: unknown) => (own ??= open()).throw(error),
      [Symbol.iterator]() {
        return this;
      },
    };
    for (const key of Reflect.ownKeys(steps)) {
      Object.defineProperty(value, key, { ...Object.getOwnPropertyDescriptor(steps, key), enumerable: false });
    }
    if (this.#isGenerator())
      Object.defineProperty(value, Symbol.toStringTag, { value: "Generator", configurable: true });
    border.pairs.link(value, reference, this, undefined);
    return value;
  }

  #isGenerator(): boolean {
    const { iterator } = this.description;
    return iterator !== undefined && this.border.operation(iterator, "throw") !== undefined;
  }
}

interface GuestIterator {
  next(given: unknown): IteratorResult<unknown>;
  return(given: unknown): IteratorResult<unknown>;
  throw(error: unknown): IteratorResult<unknown>;
}

/** What iterators of JavaScript inherit from. */
const iteratorPrototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;

/** Steps of an iterator of the module. */
function createIterator(border: Border, { iterator, result }: IterableType, reference: object): GuestIterator {
  const method = (type: number, name: string, asIs: boolean): Method | undefined => {
    const operation = border.operation(type, name);
    if (!operation) return undefined;
    const parameters = operation.parameters.map(([index]) => ({ name: "value", type: index, optional: true as const }));
    return createMethod(border, operation, name, parameters, asIs ? (held) => held : undefined);
  };
  const next = method(iterator!, "next", true)!;
  const leave = method(iterator!, "return", true);
  const fail = method(iterator!, "throw", true);
  const done = method(result!, "done", false)!;
  const value = method(result!, "value", false)!;
  const read = (step: unknown): IteratorResult<unknown> => ({
    value: value(step as object, []),
    done: done(step as object, []) as boolean,
  });
  return {
    next: (given) => read(next(reference, [given])),
    return: (given) => (leave ? read(leave(reference, [given])) : { value: given, done: true }),
    throw(error) {
      if (!fail) throw error;
      return read(fail(reference, [error]));
    },
  };
}
