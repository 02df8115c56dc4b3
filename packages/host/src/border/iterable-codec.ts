import type { BorderTypeDescription } from "@rune/schema";
import type { Call } from "./border.ts";
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
    const start = iterator && (border.call(iterator.name) as Call);
    const open = (): Iterator<unknown> => this.#iterator((start ? start(reference) : reference) as object);
    let own: Iterator<unknown> | undefined;
    const value = {
      next: (given?: unknown) => (own ??= open()).next(given as never),
      return: (given?: unknown) => (own ??= open()).return?.(given) ?? { done: true, value: given },
      throw: (error?: unknown) => {
        const throwing = (own ??= open()).throw;
        if (!throwing) throw error;
        return throwing(error);
      },
      [Symbol.iterator]() {
        return this;
      },
    };
    border.pairs.link(value, reference, this, undefined);
    return value;
  }

  #iterator(reference: object): Iterator<unknown> {
    const { border } = this;
    const { iterator, result } = this.description;
    const next = createMethod(border, border.operation(iterator!, "next")!, "next", [], (held) => held);
    const done = createMethod(border, border.operation(result!, "done")!, "next", []);
    const value = createMethod(border, border.operation(result!, "value")!, "next", []);
    return {
      next() {
        const step = next(reference, []) as object;
        const isDone = done(step, []) as boolean;
        return { done: isDone, value: value(step, []) };
      },
    };
  }
}
