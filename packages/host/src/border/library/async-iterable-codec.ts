import type { BorderTypeDescription } from "@rune/schema";
import type { Method } from "../calls.ts";
import { createMethod } from "../calls.ts";
import type { AnyIterator } from "../iterator-requests.ts";
import { ask, checkAnswer, hasMethod, tag, withMethods } from "../iterator-requests.ts";
import { PairCodec } from "../pair-codec.ts";

type LibraryType = Extract<BorderTypeDescription, { type: "library" }>;

/** What asynchronous iterators of JavaScript inherit from. */
const iteratorPrototype: object = Object.getPrototypeOf(
  Object.getPrototypeOf(async function* () {}.prototype as object),
) as object;

/** Asynchronous iterables and iterators: each side has its own, which asks the other's for one value after the other. */
export class AsyncIterableCodec extends PairCodec {
  readonly name = "an asynchronous iterable";

  accepts(value: unknown): boolean {
    return hasMethod(value, Symbol.asyncIterator) || hasMethod(value, "next");
  }

  make(value: object): object {
    const { border, type } = this;
    const { name, parameters } = border.operation(type, "make")!;
    const functions = [
      () => (value as AsyncIterable<unknown>)[Symbol.asyncIterator](),
      (request: number, sent: unknown) => answerOf(value as AnyIterator, request, sent),
    ];
    const given = functions.map((each, index) => border.encoder(parameters[index]!)(each));
    const reference = border.call(name)(...given) as object;
    border.pairs.link(value, reference, this, undefined);
    return reference;
  }

  view(reference: object): object {
    const { border, type } = this;
    const open = border.operation(type, "iterator");
    let own: object | undefined;
    const start = (): object => (own ??= open ? (border.call(open.name)(reference) as object) : reference);
    const next = this.#method("next")!;
    const leave = this.#method("return");
    const fail = this.#method("throw");
    const value = withMethods(iteratorPrototype, {
      next: (sent?: unknown) => next(start(), [sent]),
      return: async (given?: unknown) => {
        const result = await given;
        return leave ? leave(start(), [result]) : { value: result, done: true };
      },
      ...(fail ? { throw: (error?: unknown) => fail(start(), [error]) } : {}),
      [Symbol.asyncIterator]() {
        return this;
      },
    });
    if (fail) tag(value, "AsyncGenerator");
    border.pairs.show(value, reference, this, undefined);
    return value;
  }

  #method(name: string): Method | undefined {
    const { border } = this;
    const { iterator } = border.type(this.type) as LibraryType;
    const operation = border.operation(iterator!, name);
    if (!operation) return undefined;
    const parameters = operation.parameters.map(([type]) => ({ name: "value", type, optional: true as const }));
    return createMethod(border, operation, name, parameters);
  }
}

/** What an iterator of JavaScript answers, as the module's type of answers says. */
async function answerOf(iterator: AnyIterator, request: number, sent: unknown): Promise<object> {
  const { value, done } = checkAnswer(await ask(iterator, request, sent));
  return { value, done: Boolean(done) };
}
