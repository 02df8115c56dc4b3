import type { BorderTypeDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import type { Method } from "./calls.ts";
import { createMethod } from "./calls.ts";
import type { AnyIterator } from "./iterator-requests.ts";
import { ask, checkAnswer, hasMethod, tag, withMethods } from "./iterator-requests.ts";
import { PairCodec } from "./pair-codec.ts";

type IterableType = Extract<BorderTypeDescription, { type: "iterable" }>;

/** Iterables and iterators: each side has its own, which asks the other's for one value after the other. Arrays pass as arrays. */
export class IterableCodec extends PairCodec {
  get name(): string {
    return this.description.steps ? "an iterator" : "an iterable";
  }

  get description(): IterableType {
    return this.border.type(this.type) as IterableType;
  }

  accepts(value: unknown): boolean {
    if (this.description.steps) return hasMethod(value, "next");
    return typeof value === "string" || hasMethod(value, Symbol.iterator);
  }

  override toGuest(value: unknown): unknown {
    const { array } = this.description;
    if (array === undefined || (typeof value !== "string" && !Array.isArray(value))) return super.toGuest(value);
    // The values of a text are its code points.
    return this.border.codec(array).toGuest(typeof value === "string" ? [...value] : value);
  }

  make(value: object): object {
    const { border, type } = this;
    const { name, parameters } = border.operation(type, "make")!;
    const functions = this.description.steps
      ? requestsOf(value as AnyIterator)
      : [() => (value as Iterable<unknown>)[Symbol.iterator]()];
    const given = functions.map((each, index) => border.encoder(parameters[index]!)(each));
    const reference = border.call(name)(...given) as object;
    border.pairs.link(value, reference, this, undefined);
    return reference;
  }

  view(reference: object): object {
    const { border, type, description } = this;
    const iterator = border.operation(type, "iterator");
    const open = (): object => (iterator ? (border.call(iterator.name)(reference) as object) : reference);
    let own: GuestIterator | undefined;
    const steps = (): GuestIterator => {
      return (own ??= createIterator(border, description, description.steps ? reference : open()));
    };
    const { canReturn, canThrow } = this.#abilities();
    const value = withMethods(iteratorPrototype, {
      next: (sent?: unknown) => steps().next(sent),
      ...(canReturn ? { return: (given?: unknown) => steps().return?.(given) } : {}),
      ...(canThrow ? { throw: (error?: unknown) => steps().throw?.(error) } : {}),
      [Symbol.iterator](): object {
        const opened = open();
        if (opened === reference) return value;
        return withMethods(iteratorPrototype, createIterator(border, description, opened));
      },
    });
    if (canThrow) tag(value, "Generator");
    border.pairs.show(value, reference, this, undefined);
    return value;
  }

  /** What iterators of the type can do besides going on. */
  #abilities(): { canReturn: boolean; canThrow: boolean } {
    const { iterator } = this.description;
    const has = (name: string): boolean =>
      iterator !== undefined && this.border.operation(iterator, name) !== undefined;
    return { canReturn: has("return"), canThrow: has("throw") };
  }
}

/** What the module calls to use an iterator of JavaScript: it asks, and then has the value or, at the end, the result. */
function requestsOf(iterator: AnyIterator): ((...values: never[]) => unknown)[] {
  let answer: { value?: unknown; done?: unknown };
  const value = (): unknown => answer.value;
  return [
    (request: number, sent: unknown) => {
      answer = checkAnswer(ask(iterator, request, sent));
      return !answer.done;
    },
    value,
    // What is expected at the end need not be what is expected before, so it is a function of its own to the border.
    () => answer.value,
  ];
}

interface GuestIterator {
  next(sent?: unknown): IteratorResult<unknown>;
  return?(value?: unknown): IteratorResult<unknown>;
  throw?(error?: unknown): IteratorResult<unknown>;
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
    next: (sent) => read(next(reference, [sent])),
    ...(leave ? { return: (given) => read(leave(reference, [given])) } : {}),
    ...(fail ? { throw: (error) => read(fail(reference, [error])) } : {}),
  };
}
